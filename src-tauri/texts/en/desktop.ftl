# Texts: desktop
