"""Reads the QR codes of the pictures whose names come in on standard input."""

import json
import sys
import time

import zxingcpp
from PIL import Image, ImageStat


def on_paper(picture):
    """Transparent pictures on white, or on black where what is opaque is light."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    opaque = picture.getchannel("A").point(lambda alpha: 255 * (alpha > 127))
    if opaque.getextrema() == (255, 255):
        return picture.convert("RGB")
    light = ImageStat.Stat(picture.convert("L"), opaque).mean[0] if opaque.getbbox() else 0
    paper = Image.new("RGBA", picture.size, "black" if light > 150 else "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


answers = []
for name in sys.stdin.read().split("\n"):
    try:
        picture = on_paper(Image.open(name))
    except Exception:
        answers.append({"texts": [], "seconds": 0.0})
        continue
    began = time.process_time()
    codes = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    seconds = time.process_time() - began
    answers.append({"texts": [code.text for code in codes], "seconds": seconds})
json.dump(answers, sys.stdout)
