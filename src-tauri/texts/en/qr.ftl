# Texts: qr
