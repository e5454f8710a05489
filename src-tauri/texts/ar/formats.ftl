# لماذا لم تعطِ صورة أو رمز أو مدخل حسابًا. رسالة ‎-in-text تحل محل
# التي قبلها حين كان هناك سطر نص لا رمز QR.

formats-no-code = لا يوجد رمز QR في هذه الصورة.
    .hint = أظهر الرمز كاملًا مع قليل من البياض حول حوافه الأربع، وكبّره.
formats-not-a-key = رمز QR هذا ليس مفتاح تسجيل دخول.
    .hint = ابحث على الموقع عن رمز QR الذي يُمسح ضوئيًا بتطبيق مصادقة.
formats-not-a-key-in-text = ليس هذا مفتاح تسجيل دخول.
    .hint = انسخ الرابط كاملًا: يبدأ بـ «otpauth://‎». لإضافة مفتاح تراه كحروف، اكتبه.
formats-web-address = رمز QR هذا عنوان ويب، وليس مفتاح تسجيل دخول.
    .hint = ابحث على الموقع عن رمز QR الذي يُمسح ضوئيًا بتطبيق مصادقة. هذا الرمز يقول { $address }
formats-web-address-in-text = هذا عنوان ويب، وليس مفتاح تسجيل دخول.
    .hint = يبدأ مفتاح تسجيل الدخول بـ «otpauth://‎». هذا العنوان هو { $address }
formats-other-app = لا يعمل رمز QR هذا إلا في { $app }. ليس فيه مفتاح لتطبيقات أخرى.
    .hint = اختر على الموقع «تطبيق مصادقة آخر» أو «تعذّر المسح الضوئي؟».
formats-other-app-in-text = لا يعمل هذا الرابط إلا في { $app }. ليس فيه مفتاح لتطبيقات أخرى.
    .hint = اختر على الموقع «تطبيق مصادقة آخر» أو «تعذّر المسح الضوئي؟».
formats-passkey = رمز QR هذا لمفتاح مرور على هاتف، وليس مفتاح تسجيل دخول.
    .hint = ابحث على الموقع عن تسجيل الدخول بتطبيق مصادقة.
formats-passkey-in-text = هذا الرابط لمفتاح مرور على هاتف، وليس مفتاح تسجيل دخول.
    .hint = ابحث على الموقع عن تسجيل الدخول بتطبيق مصادقة.
formats-apple-passwords = هذا الرابط لتطبيق Apple Passwords فقط.
    .hint = التقط بدلًا منه لقطة شاشة لرمز QR على الموقع.
formats-migration-damaged = رمز النقل هذا من Google Authenticator تالف.
    .hint = التقط لقطة الشاشة مرة أخرى، أو انسخ العنوان كاملًا.
formats-migration-entry-damaged = هذا المدخل من رمز النقل تالف.
    .hint = صدّره مرة أخرى من Google Authenticator.
formats-migration-parts-missing = { $missing ->
    [zero] لا ينقص أي جزء من { $total }.
    [one] ينقص الجزء { $parts } من { $total }. أضف لقطات الشاشة الأخرى أيضًا.
    [two] ينقص الجزآن { $parts } من { $total }. أضف لقطات الشاشة الأخرى أيضًا.
    [few] تنقص الأجزاء { $parts } من { $total }. أضف لقطات الشاشة الأخرى أيضًا.
    [many] تنقص الأجزاء { $parts } من { $total }. أضف لقطات الشاشة الأخرى أيضًا.
   *[other] تنقص الأجزاء { $parts } من { $total }. أضف لقطات الشاشة الأخرى أيضًا.
}

# ملفات النسخ الاحتياطي من التطبيقات الأخرى.

formats-password-needed = هذا الملف مقفل بكلمة مرور.
    .hint = اكتب كلمة المرور التي عُيّنت عند إنشاء النسخة الاحتياطية.
formats-wrong-password = ليست هذه كلمة مرور هذه النسخة الاحتياطية.
    .hint = إنها كلمة المرور التي عُيّنت في التطبيق الآخر عند إنشاء النسخة الاحتياطية. إن كنت متأكدًا منها، فربما الملف مقطوع أو تالف: صدّره مرة أخرى.
formats-password-needed-perhaps = ربما هذه نسخة احتياطية من { $format } مقفلة بكلمة مرور، أو ليست نسخة احتياطية أصلًا.
    .hint = إن كانت من { $format }، فاكتب كلمة المرور التي عُيّنت عند إنشائها.
formats-wrong-password-perhaps = ربما هذه نسخة احتياطية من { $format } بكلمة مرور أخرى، أو ليست نسخة احتياطية أصلًا.
    .hint = لا شيء في الملف يقول ما هو. إن كان من { $format }، فتحقق من كلمة المرور، أو صدّره مرة أخرى: ربما الملف مقطوع.
formats-damaged = هذا الملف تالف ({ $what }).
    .hint = صدّره مرة أخرى من التطبيق الآخر.
formats-entry-damaged = هذا المدخل تالف: فيه شيء ليس كما يكتبه التطبيق الآخر.
formats-setting-missing = { $field ->
        [algorithm] الخوارزمية ناقصة.
        [digits] عدد الأرقام ناقص.
        [period] عدد الثواني ناقص.
       *[counter] العدّاد ناقص.
    }
formats-newer-version = أنشأ هذا إصدار أحدث من التطبيق الآخر: رقم صيغته { $found }، ويعرفها Keytick حتى { $newest }.
    .hint = حدّث Keytick. وحتى ذلك الحين، صدّر من التطبيق الآخر قائمة عناوين أو رموز QR.
formats-too-costly = يحتاج فتح هذا الملف إلى { $needs } MiB من الذاكرة. المسموح به { $limit } MiB على الأكثر.
    .hint = صدّره مرة أخرى بالإعدادات المعتادة في التطبيق الآخر.
formats-too-slow = يستغرق فتح هذا الملف نحو { $needs } ثانية. المسموح به { $limit } على الأكثر.
    .hint = صدّره مرة أخرى بالإعدادات المعتادة في التطبيق الآخر.
formats-too-large = هذا الملف كبير جدًا: الحد الأقصى { $limit } ميغابايت، حتى بعد فك ضغطه.
    .hint = قسّم التصدير إلى ملفات أصغر.
formats-too-many = في هذا الملف مدخلات كثيرة جدًا: الحد الأقصى { $limit }.
    .hint = قسّم التصدير إلى ملفات أصغر.
formats-too-deep = في هذا الأرشيف أرشيفات فيها أرشيفات أخرى.
    .hint = فك ضغطه أولًا، ثم أعطِ الملفات التي فيه.
formats-cancelled = تم الإيقاف. لم يُضف شيء.
formats-letters-guessed = لا يذكر الملف كيف كُتبت حروفه. تحقق من هذا الاسم.
formats-note-cut = كانت الملاحظة طويلة جدًا: حُذفت نهايتها.
formats-too-new = كتب هذا إصدار أحدث من Keytick.
    .hint = حدّث Keytick لقراءته.
formats-name-too-long = اسم { $name } أطول من أن يتسع له رمز QR.
    .hint = اختصره وحاول مرة أخرى.
formats-not-written = يقرأ Keytick هذا النوع من الملفات ولا يكتبه.
formats-plain-only = ليس لهذا النوع من الملفات كلمة مرور.
formats-encrypted-only = يحتاج هذا النوع من الملفات إلى كلمة مرور.
formats-changed = ما كُتب لا يُقرأ كما كان. لم يُحفظ شيء.
    .hint = نرجو الإبلاغ عن هذا.
formats-empty = هذا الملف فارغ.
formats-unknown = ليست هذه نسخة احتياطية يعرفها Keytick.
    .hint = أي تطبيق أنشأها؟
formats-unknown-type = لا يعرف Keytick نوع الرموز «{ $found }».
formats-no-key = ليس في هذا المدخل مفتاح تسجيل دخول.
formats-in-trash = كان هذا المدخل في سلة المهملات في التطبيق الآخر.
    .hint = استعده هناك وصدّر مرة أخرى إن كنت تحتاج إليه.
formats-no-pin = تحتاج رموزه إلى رقم PIN، وهو ليس في الملف.
    .hint = أضفه يدويًا مع رقم PIN.

# ما لا يتسع له ملف تطبيق آخر، ويُقال قبل كتابته.

formats-loss-type = لا يحتوي على مفاتيح { $type }
formats-loss-algorithm = لا يعرف { $algorithm }
formats-loss-digits = { $digits ->
    [zero] لا يعرف رموزًا بلا أرقام
    [one] لا يعرف رموزًا من رقم واحد
    [two] لا يعرف رموزًا من رقمين
    [few] لا يعرف رموزًا من { $digits } أرقام
    [many] لا يعرف رموزًا من { $digits } رقمًا
   *[other] لا يعرف رموزًا من { $digits } رقم
}
formats-loss-period = { $period ->
    [zero] لا يعرف رموزًا بلا مدة
    [one] لا يعرف رموزًا مدتها ثانية واحدة
    [two] لا يعرف رموزًا مدتها ثانيتان
    [few] لا يعرف رموزًا مدتها { $period } ثوانٍ
    [many] لا يعرف رموزًا مدتها { $period } ثانية
   *[other] لا يعرف رموزًا مدتها { $period } ثانية
}
formats-loss-note = { $count ->
    [zero] لا تُستبعد أي ملاحظة.
    [one] تُستبعد ملاحظة حساب واحد.
    [two] تُستبعد ملاحظتا حسابين.
    [few] تُستبعد ملاحظات { $count } حسابات.
    [many] تُستبعد ملاحظات { $count } حسابًا.
   *[other] تُستبعد ملاحظات { $count } حساب.
}
formats-loss-tags = { $count ->
    [zero] لا تُستبعد أي وسوم.
    [one] تُستبعد وسوم حساب واحد.
    [two] تُستبعد وسوم حسابين.
    [few] تُستبعد وسوم { $count } حسابات.
    [many] تُستبعد وسوم { $count } حسابًا.
   *[other] تُستبعد وسوم { $count } حساب.
}
formats-loss-tag-marks = { $count ->
    [zero] لا تتغير «,» و«;» في أي وسم.
    [one] تصبح «,» و«;» في وسوم حساب واحد مسافات.
    [two] تصبح «,» و«;» في وسوم حسابين مسافات.
    [few] تصبح «,» و«;» في وسوم { $count } حسابات مسافات.
    [many] تصبح «,» و«;» في وسوم { $count } حسابًا مسافات.
   *[other] تصبح «,» و«;» في وسوم { $count } حساب مسافات.
}
formats-loss-favourite = { $count ->
    [zero] لا تُستبعد أي علامة مفضّلة.
    [one] تُستبعد علامة المفضّلة من حساب واحد.
    [two] تُستبعد علامة المفضّلة من حسابين.
    [few] تُستبعد علامة المفضّلة من { $count } حسابات.
    [many] تُستبعد علامة المفضّلة من { $count } حسابًا.
   *[other] تُستبعد علامة المفضّلة من { $count } حساب.
}
formats-loss-icon = { $count ->
    [zero] لا تُستبعد أي أيقونة.
    [one] تُستبعد أيقونة حساب واحد.
    [two] تُستبعد أيقونتا حسابين.
    [few] تُستبعد أيقونات { $count } حسابات.
    [many] تُستبعد أيقونات { $count } حسابًا.
   *[other] تُستبعد أيقونات { $count } حساب.
}
formats-loss-order = يُستبعد ترتيبك الخاص.
formats-loss-usage = يُستبعد عدد مرات استخدام الحسابات.
formats-loss-recovery-codes = { $count ->
    [zero] لا تُستبعد رموز استرداد أي حساب.
    [one] تُستبعد رموز استرداد حساب واحد.
    [two] تُستبعد رموز استرداد حسابين.
    [few] تُستبعد رموز استرداد { $count } حسابات.
    [many] تُستبعد رموز استرداد { $count } حسابًا.
   *[other] تُستبعد رموز استرداد { $count } حساب.
}

# ملفات لا يفتحها إلا تطبيقها، وكيف تُصدَّر بطريقة أخرى.

formats-aegis-no-password = ليس لنسخة Aegis الاحتياطية هذه كلمة مرور؛ لا تُفتح إلا على الهاتف الذي أنشأها.
    .hint = عيّن كلمة مرور للنسخ الاحتياطية في Aegis وصدّر مرة أخرى.
formats-bitwarden-account-restricted = لا يستطيع فتح هذا التصدير إلا حساب Bitwarden الذي أنشأه.
    .hint = صدّر مرة أخرى، واختر «Password protected» بدلًا من «Account restricted».
formats-google-encrypted = شفّر Google Authenticator هذا المفتاح؛ لا يُفتح إلا على الهاتف الذي جاء منه.
    .hint = صدّر رموز QR في التطبيق: القائمة، «Transfer accounts».
formats-keepass-version = قاعدة بيانات KeePass هذه من إصدار للصيغة غير 4.
    .hint = افتحها في KeePassXC أو KeePass، واختر KDBX 4 في إعدادات أمان قاعدة البيانات، واحفظها وحاول مرة أخرى.
formats-proton-pass-pgp = تصدير Proton Pass هذا مشفّر بواسطة PGP، ولا يقرؤه Keytick.
    .hint = صدّر مرة أخرى بصيغة CSV، أو ZIP بلا تشفير، واحذف ذلك الملف بعدها.
formats-winauth-elsewhere = ملف WinAuth هذا مرتبط بحساب Windows أو بجهاز YubiKey ولا يُفتح إلا هناك.
    .hint = في WinAuth، اختر Export واحفظ الحسابات كنص أو أرشيف.

# ما ينبغي معرفته عن مفتاح من نسخة احتياطية لتطبيق آخر.

note-aegis-md5 = في Aegis خوارزمية MD5 لهذا المفتاح بسبب خطأ قديم، وهو ينشئ رموز SHA1. وكذلك يفعل Keytick.

# أين يوجد التصدير في التطبيق الآخر.

format-aegis-help = في Aegis: ‎⋮ › Settings › Import & Export › Export.
format-2fas-help = في ‎2FAS: ‎Settings › 2FAS Backup › Export.
format-ente-help = في Ente Auth: ‎Settings › Data › Export codes.
format-bitwarden-help = في Bitwarden: ‎Tools › Export vault، بصيغة JSON مع «Password protected». في Bitwarden Authenticator: ‎Settings › Export.
format-proton-authenticator-help = في Proton Authenticator: ‎Settings › Export.
format-proton-pass-help = في Proton Pass: ‎Settings › Export، بصيغة ZIP أو CSV.
format-andotp-help = في andOTP: ‎⋮ › Backups.
format-freeotp-plus-help = في FreeOTP+‎: ‎⋮ › Export › JSON.
format-stratum-help = في Stratum: ‎⋮ › Backup › Back up to file.
format-keepass-help = KeePass أو KeePassXC أو KeePassDX أو Strongbox: اختر ملف قاعدة البيانات نفسه (‎.kdbx).
format-keepass-xml-help = في KeePassXC: ‎Database › Export › XML File. في KeePass: ‎File › Export.
format-keepassxc-csv-help = في KeePassXC: ‎Database › Export › CSV File.
format-1password-help = في ‎1Password: ‎File › Export، بصيغة ‎1PUX أو CSV.
format-apple-passwords-help = في Passwords على Mac: ‎File › Export All Items to File.
format-passwords-csv-help = في مدير كلمات مرور: صدّر بصيغة CSV. لا يكتبها إلا ما يحفظ رموز المرة الواحدة.
format-pdf-help = ورقة رموز QR أو صفحة ويب محفوظة. احفظها بصيغة PDF واختر الملف.
format-authy-help = لا يعطي Authy شيئًا. من هاتف Android بصلاحيات root: الملف com.authy.storage.tokens.authenticator.xml في shared_prefs الخاص به.
format-authenticator-extension-help = في الإضافة: ‎⚙ › Backup › Download Backup File.
format-authenticator-plus-help = في Authenticator Plus: ‎Settings › Backup & Restore › Export. وتصلح أيضًا النسخة الاحتياطية authplus.db.
format-battle-net-help = من هاتف Android بصلاحيات root: الملف com.blizzard.messenger.authenticator_preferences.xml في shared_prefs الخاص بالتطبيق.
format-cloudotp-help = في CloudOTP: ‎Settings › Backup › Export encrypted file.
format-cotp-help = الأمر cotp export، أو قاعدة بياناته db.cotp نفسها.
format-duo-help = لا يعطي Duo شيئًا. من هاتف Android بصلاحيات root: الملف accounts.json في files/duokit الخاص بالتطبيق.
format-freeotp-help = في FreeOTP: ‎⋮ › Backup. يحفظ الملف externalBackup.xml.
format-google-authenticator-database-help = من هاتف Android بصلاحيات root: الملف databases/databases الخاص بالتطبيق. بلا root، صدّر رموز QR في التطبيق.
format-lastpass-help = في LastPass Authenticator: ‎Settings › Transfer accounts › Export accounts to file.
format-microsoft-help = لا يعطي Microsoft Authenticator شيئًا. من هاتف Android بصلاحيات root: الملف databases/PhoneFactor، مع ملف ‎-wal الخاص به.
format-otpclient-help = اختر قاعدة بيانات OTPClient نفسها (‎.enc).
format-raivo-help = في Raivo: ‎Settings › Export OTPs to ZIP archive.
format-steam-help = من هاتف Android بصلاحيات root: الملف files/Steamguard-…‎ الخاص بالتطبيق؛ أو ملف ‎.maFile من Steam Desktop Authenticator.
format-stratum-database-help = من هاتف Android بصلاحيات root: الملف files/proauth.db3 الخاص بالتطبيق. بلا root، استخدم نسخة احتياطية من Stratum.
format-totp-authenticator-help = في TOTP Authenticator: ‎Backup › Export to file.
format-2faguard-help = في ‎2FAGuard: ‎Settings › Export › Backup.
format-2fauth-help = في ‎2FAuth: ‎Manage، ثم حدّد الحسابات، ثم Export، بصيغة ‎2FAuth نفسه.
format-winauth-help = في WinAuth: ‎⚙ › Export. ويصلح أيضًا ملفه winauth.xml، ما لم يكن مرتبطًا بنظام Windows.

# ورقة الطباعة.

formats-sheet-title = مفاتيح تسجيل الدخول
formats-sheet-keep = من لديه هذه الورقة يستطيع إنشاء رموزك. احفظها حيث لا يصل إليها غيرك.
formats-sheet-settings = { $digits ->
    [zero] { $type }، { $algorithm }‏، بلا أرقام، { $moves }
    [one] { $type }، { $algorithm }‏، رقم واحد، { $moves }
    [two] { $type }، { $algorithm }‏، رقمان، { $moves }
    [few] { $type }، { $algorithm }‏، { $digits } أرقام، { $moves }
    [many] { $type }، { $algorithm }‏، { $digits } رقمًا، { $moves }
   *[other] { $type }، { $algorithm }‏، { $digits } رقم، { $moves }
}
formats-sheet-period = { $period ->
    [zero] بلا مدة
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $period } ثوانٍ
    [many] { $period } ثانية
   *[other] { $period } ثانية
}
formats-sheet-counter = العدّاد { $counter }

# أين يوجد التصدير في كل برنامج: للقوائم وسطر الأوامر والوثائق.

format-keytick-help = في Keytick: الإعدادات، «النسخ الاحتياطي الآن»؛ أو «keytick export --format keytick».
format-uri-list-help = ملف نصي فيه عنوان otpauth://‎ في كل سطر، كما تصدّره برامج كثيرة.
format-html-help = صفحة ويب فيها عناوين otpauth://‎، محفوظة كملف واحد.
format-qr-picture-help = لقطة شاشة أو صورة فيها رمز QR أو أكثر.
format-zip-help = أرشيف zip أو مجلد فيه ملفات من أي نوع من الأنواع المذكورة هنا.
format-google-migration-help = في Google Authenticator: القائمة، «Transfer accounts»، «Import accounts»، ثم امسح كل صورة ضوئيًا.
format-sheet-html-help = صفحة للطباعة: رمز QR والمفتاح بالحروف لكل حساب.
format-sheet-pdf-help = الورقة بصيغة PDF: رمز QR والمفتاح بالحروف لكل حساب.
