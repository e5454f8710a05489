# Pictures that could not be read, and texts that fit no QR code.

qr-empty = This file is empty.
    .hint = It may not have finished downloading. Save the picture again.
qr-not-a-picture = This file is not a picture, whatever its name says.
    .hint = Choose a screenshot or photo of the QR code: PNG, JPEG, WebP, GIF, BMP or TIFF.
qr-format-unsupported = Keytick cannot read this kind of picture ({ $format }).
    .hint = Open it in another program, save it as PNG, and add that file.
qr-truncated = This picture is incomplete: its end is missing.
    .hint = Download or copy it again, or take a new screenshot.
qr-too-large = This picture is too large: { $width } × { $height } pixels.
    .hint = Cut out the part with the QR code, and add that. A picture may have 16,384 pixels a side and 100 million in all.
qr-too-many-bytes = This picture would take more than { $megabytes } MB of memory.
    .hint = Cut out the part with the QR code, save it as PNG, and add that file.
qr-file-too-large = This file is larger than { $megabytes } MB, which is more than Keytick reads.
    .hint = If it is a picture, cut out the part with the QR code, save it as PNG, and add that file.
qr-damaged = This picture is damaged.
    .hint = Take a new screenshot, or save the picture again.
qr-code-cut-off = Part of the code is cut off.
    .hint = Show the whole code, with a little of what is around it, and take the picture again.
qr-code-too-small = The code is too small.
    .hint = Zoom in on the site and take it again.
qr-code-too-blurry = Too blurry.
    .hint = Zoom in on the site and take it again.
qr-code-unclear = There is a QR code here, but it cannot be read.
    .hint = See that nothing covers it, zoom in on the site, and take the picture again.
qr-text-too-long = This is too long for a QR code: { $bytes } bytes.
    .hint = Shorten the names of the site and the account. A QR code holds at most 2,953 bytes.
