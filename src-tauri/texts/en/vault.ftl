# Texts: vault
