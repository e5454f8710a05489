# سطر الأوامر: المساعدة، والأسئلة، وما تم، وما حدث من خلل.
#
# يتبع معرّف نص المساعدة مكانه: cli-scan للأمر، وcli-scan-image لوسيطه،
# وcli-option-json لما يقبله كل أمر. نص -more يأتي في آخر --help.

cli = رموز لتسجيل الدخول، من رموز QR وروابط وخزنة مشفّرة.
cli-more =
    تذهب البيانات إلى الإخراج القياسي، وكل ما عداها إلى إخراج الأخطاء القياسي.

    الأسرار في الإدخال القياسي كلٌّ في سطر: كلمة مرور الخزنة أولًا، ثم السر الآخر.
    يستطيع مستخدمو هذا الكمبيوتر الآخرون قراءة الوسائط، لذلك لا يكون المفتاح وسيطًا أبدًا.

    رموز الخروج: 0 تم؛ 1 طُلب ولم يتحقق؛ 2 استخدام خاطئ؛ 3 كلمة مرور خاطئة؛
    4 الخزنة تالفة أو مرفوضة؛ 5 الخزنة مشغولة أو غيّرها برنامج آخر؛ 130 قوطع.

cli-heading-usage = الاستخدام:
cli-heading-commands = الأوامر
cli-heading-arguments = الوسائط
cli-heading-options = الخيارات
cli-heading-every-command = خيارات كل الأوامر
cli-heading-json = مع ‎--json:
cli-one-of = { $words } إحدى القيم: { $values }.

cli-option-vault = ملف الخزنة. وإلا فقيمة KEYTICK_VAULT، وإلا فالملف vault.keytick في مجلد البيانات المحلية.
cli-option-password-stdin = قراءة كلمة مرور الخزنة من أول سطر في الإدخال القياسي.
cli-option-password-file = قراءة كلمة مرور الخزنة من أول سطر في هذا الملف.
cli-option-json = الإجابة بصيغة JSON.
cli-option-quiet = عرض البيانات والأخطاء فقط.
cli-option-version = عرض الإصدار.
cli-option-help = عرض هذه المساعدة؛ ‎--help يعرضها كاملة.
cli-option-yes = عدم السؤال.

## scan

cli-scan = قراءة كل رموز QR في صور. لا يحتاج إلى خزنة.
cli-scan-image = صورة: PNG أو JPEG أو WebP أو GIF أو BMP أو TIFF؛ أو مجلد صور؛ و«-» يقرأ الإدخال القياسي.
cli-scan-more =
    يطبع نص كل رمز في سطر خاص به. الصورة التي تتعذر قراءتها لا توقف غيرها؛
    ورمز الخروج 0 إذا عُثر على أي رمز في أي صورة. ومن المجلد تُقرأ كل صورة فيه
    وفي مجلداته.

    مثال: keytick scan screenshot.png
cli-scan-no-code = { $file }: لا يوجد رمز QR في هذه الصورة.
cli-scan-progress = { $done } من { $total } من الصور
cli-scan-stopped = تم الإيقاف: قُرئ { $done } من { $total } من الصور.
cli-file-problem = { $file }: { $reason }

## otp

cli-otp = عرض رمز رابط otpauth واحد. لا يحتاج إلى خزنة.
cli-otp-uri = الرابط؛ و«-» يقرؤه من أول سطر في الإدخال القياسي.
cli-otp-at = الرمز في هذا الوقت، بثواني Unix، بدلًا من الآن.
cli-otp-more =
    الأفضل «-»: ما يُكتب في الوسائط يستطيع مستخدمو هذا الكمبيوتر الآخرون قراءته،
    ويبقى في سجل الصدفة.

    مثال: keytick otp - < link.txt

cli-otp-transfer = هذا رمز نقل من Google Authenticator، وقد يحمل مفاتيح كثيرة.
    .hint = «keytick add --uri -‎» يضيفها كلها إلى الخزنة. و«keytick scan» يعرض ما تقوله رموز صورة.

## code

cli-code = عرض رمز حساب أو نسخه.
cli-code-query = معرّفه، أو كلمات من موقعه أو حسابه أو وسومه لا توجد في حساب آخر.
cli-code-at = الرمز في هذا الوقت، بثواني Unix، بدلًا من الآن.
cli-code-next = الرمز الذي بعد الحالي.
cli-code-peek = لحساب بعدّاد: ترك العدّاد حيث هو.
cli-code-copy = نسخ الرمز بدلًا من طباعته، ومسح الحافظة بعد مدة.
cli-code-clear-after = عدد الثواني حتى تُمسح الحافظة، 30 ما لم يُذكر غيره.
cli-code-more =
    رمز حساب بعدّاد يحرّك العدّاد، ويُحفظ ذلك قبل عرض الرمز. وإذا تعذّر نسخ
    ذلك الرمز، يُطبع. ولا تُمسح الحافظة إلا إذا كان الرمز لا يزال فيها.

    أمثلة: keytick code github
           keytick code --copy bytebase admin
cli-code-copied =
    { $seconds ->
        [zero] نُسخ رمز { $name }. تُمسح الحافظة الآن.
        [one] نُسخ رمز { $name }. تُمسح الحافظة بعد ثانية واحدة.
        [two] نُسخ رمز { $name }. تُمسح الحافظة بعد ثانيتين.
        [few] نُسخ رمز { $name }. تُمسح الحافظة بعد { $seconds } ثوانٍ.
        [many] نُسخ رمز { $name }. تُمسح الحافظة بعد { $seconds } ثانية.
       *[other] نُسخ رمز { $name }. تُمسح الحافظة بعد { $seconds } ثانية.
    }

## list

cli-list = سرد الحسابات. لا يعرض أي سر أبدًا.
cli-list-query = الحسابات التي تطابق كل هذه الكلمات فقط.
cli-list-empty = لا توجد حسابات.
cli-unreadable =
    { $count ->
        [zero] كل الحسابات مقروءة.
        [one] تعذّرت قراءة حساب واحد، ويبقى في الخزنة كما هو. إن كان مفتاحه تالفًا، فإن التطبيق يعرضه في القائمة ويقبل المفتاح من جديد؛ وإلا فقد يقرؤه إصدار أحدث.
        [two] تعذّرت قراءة حسابين، ويبقيان في الخزنة كما هما. إن كان مفتاح أحدهما تالفًا، فإن التطبيق يعرضه في القائمة ويقبل المفتاح من جديد؛ وإلا فقد يقرؤهما إصدار أحدث.
        [few] تعذّرت قراءة { $count } حسابات، وتبقى في الخزنة كما هي. إن كان مفتاح أحدها تالفًا، فإن التطبيق يعرضه في القائمة ويقبل المفتاح من جديد؛ وإلا فقد يقرؤها إصدار أحدث.
        [many] تعذّرت قراءة { $count } حسابًا، وتبقى في الخزنة كما هي. إن كان مفتاح أحدها تالفًا، فإن التطبيق يعرضه في القائمة ويقبل المفتاح من جديد؛ وإلا فقد يقرؤها إصدار أحدث.
       *[other] تعذّرت قراءة { $count } حساب، وتبقى في الخزنة كما هي. إن كان مفتاح أحدها تالفًا، فإن التطبيق يعرضه في القائمة ويقبل المفتاح من جديد؛ وإلا فقد يقرؤها إصدار أحدث.
    }
cli-column-issuer = الموقع
cli-column-account = الحساب
cli-column-type = النوع
cli-column-id = المعرف
cli-column-status = الحالة

## add

cli-add = إضافة حسابات من صور أو روابط أو الحافظة أو مفتاح مكتوب.
cli-add-image = صور فيها رموز QR. إذا كان في صورة عدة رموز، تُضاف كلها.
cli-add-uri = رابط otpauth أو otpauth-migration أو steam أو motp؛ و«-» يقرأ الروابط من الإدخال القياسي، رابطًا في كل سطر.
cli-add-clipboard = الصورة أو الرابط في الحافظة.
cli-add-issuer = موقع المفتاح المكتوب.
cli-add-account = من يسجّل الدخول هناك.
cli-add-secret-stdin = قراءة المفتاح المكتوب من الإدخال القياسي، بعد كلمة المرور إن كانت هناك أيضًا.
cli-add-note = ملاحظة لحساب المفتاح المكتوب.
cli-add-tag = وسم لحساب المفتاح المكتوب؛ يمكن ذكره عدة مرات.
cli-add-type = ما يحرّك الرموز، totp ما لم يُذكر غيره.
cli-add-algorithm = خوارزمية التجزئة، SHA1 ما لم يُذكر غيرها.
cli-add-digits = عدد أرقام الرمز، من 4 إلى 10؛ 6 ما لم يُذكر غيره.
cli-add-period = مدة الرمز بالثواني، من 1 إلى 86400؛ 30 ما لم يُذكر غيرها.
cli-add-counter = عدّاد أول رمز لحساب hotp؛ 0 ما لم يُذكر غيره.
cli-add-pin-stdin = قراءة رقم PIN لحساب motp أو yandex من الإدخال القياسي، بعد المفتاح.
cli-add-more =
    يعرض ما عُثر عليه ويسأل قبل حفظ أي شيء. يُحفظ كله أو لا يُحفظ منه شيء. الموجود
    هنا من قبل يُترك كما هو؛ وما في سلة المهملات يعود منها. وإذا كان المفتاح نفسه هنا
    بعدّاد أقل، يُرفع عدّاد ذلك الحساب. والمفتاح نفسه بإعدادات أخرى يُضاف بجانبه.

    الأفضل «‎--uri -‎»: ما يُكتب في الوسائط يستطيع مستخدمو هذا الكمبيوتر الآخرون قراءته.

    أمثلة: keytick add --image screenshot.png
           keytick add --issuer GitHub --account me@example.com
cli-status-new = جديد
cli-status-duplicate = موجود هنا
cli-status-changed = الاسم نفسه
cli-status-raised = عداد أعلى
cli-status-in-trash = في سلة المهملات
cli-status-repeated = مكرر
cli-ask-add =
    { $new ->
        [zero] لا شيء للإضافة. هل تتابع؟ [y/N]
        [one] هل تضيف حسابًا واحدًا؟ [y/N]
        [two] هل تضيف حسابين؟ [y/N]
        [few] هل تضيف { $new } حسابات؟ [y/N]
        [many] هل تضيف { $new } حسابًا؟ [y/N]
       *[other] هل تضيف { $new } حساب؟ [y/N]
    }
cli-ask-restore =
    { $restored ->
        [zero] لا شيء للاستعادة. هل تتابع؟ [y/N]
        [one] هل تستعيد حسابًا واحدًا من سلة المهملات؟ [y/N]
        [two] هل تستعيد حسابين من سلة المهملات؟ [y/N]
        [few] هل تستعيد { $restored } حسابات من سلة المهملات؟ [y/N]
        [many] هل تستعيد { $restored } حسابًا من سلة المهملات؟ [y/N]
       *[other] هل تستعيد { $restored } حساب من سلة المهملات؟ [y/N]
    }
cli-ask-raise =
    { $raised ->
        [zero] لا عدّاد يُرفع. هل تتابع؟ [y/N]
        [one] هل ترفع عدّاد حساب واحد؟ [y/N]
        [two] هل ترفع عدّادي حسابين؟ [y/N]
        [few] هل ترفع عدّادات { $raised } حسابات؟ [y/N]
        [many] هل ترفع عدّادات { $raised } حسابًا؟ [y/N]
       *[other] هل ترفع عدّادات { $raised } حساب؟ [y/N]
    }
cli-ask-all = حسابات تُضاف: { $new }، وتُستعاد من سلة المهملات: { $restored }، وعدّادات تُرفع: { $raised }. هل تتابع؟ [y/N]
# كل إجابة تعني نعم، بحروف صغيرة، وبينها مسافات.
cli-answers-yes = y yes نعم ن
cli-added =
    { $count ->
        [zero] لم يُضف أي حساب.
        [one] أُضيف حساب واحد.
        [two] أُضيف حسابان.
        [few] أُضيف { $count } حسابات.
        [many] أُضيف { $count } حسابًا.
       *[other] أُضيف { $count } حساب.
    }
cli-raised =
    { $count ->
        [zero] لم يُرفع أي عدّاد.
        [one] رُفع عدّاد حساب واحد.
        [two] رُفع عدّادا حسابين.
        [few] رُفعت عدّادات { $count } حسابات.
        [many] رُفعت عدّادات { $count } حسابًا.
       *[other] رُفعت عدّادات { $count } حساب.
    }
cli-duplicates =
    { $count ->
        [zero] لا حساب موجود هنا من قبل.
        [one] حساب واحد كان هنا من قبل.
        [two] حسابان كانا هنا من قبل.
        [few] { $count } حسابات كانت هنا من قبل.
        [many] { $count } حسابًا كانت هنا من قبل.
       *[other] { $count } حساب كانت هنا من قبل.
    }
cli-ask-secret = المفتاح:
cli-ask-pin = رقم PIN:

## import

cli-import = إضافة حسابات من ملفات برامج أخرى.
cli-import-file = نسخة احتياطية أو تصدير أو صورة أو أرشيف أو مجلد من هذه؛ و«-» يقرأ الإدخال القياسي.
cli-import-format = قراءة الملفات بهذه الصيغة، مهما كان شكلها. «keytick formats» يسرد المعرّفات.
cli-import-import-password-stdin = قراءة كلمة مرور الملفات من الإدخال القياسي، بعد كلمة مرور الخزنة إن كانت هناك أيضًا.
cli-import-key-file = ملف مفتاح قاعدة بيانات KeePass.
cli-import-only = الحسابات التي في أسمائها هذا النص فقط. يمكن ذكره عدة مرات.
cli-import-skip = استبعاد الحسابات التي في أسمائها هذا النص. يمكن ذكره عدة مرات.
cli-import-dry-run = عرض ما في الملفات فقط. لا يحتاج إلى خزنة؛ ومع ‎--password-stdin أو ‎--password-file يقارن بما فيها.
cli-import-show-secrets = مع ‎--json، إعطاء مفتاح كل حساب ورابط otpauth الخاص به أيضًا؛ وإلا فطباعة الروابط.
cli-import-more =
    يُعرف كل ملف بما فيه، لا باسمه. يعرض ما عُثر عليه ويسأل قبل حفظ أي شيء. يُحفظ
    كله أو لا يُحفظ منه شيء. المدخل الذي تتعذر قراءته لا يُضيّع غيره. الموجود هنا من
    قبل يُترك كما هو؛ وما في سلة المهملات يعود منها.

    رمز الخروج هو رمز أول ملف تعذّرت قراءته: 3 لكلمة مرور خاطئة، و4 لملف تالف أو
    مكلف جدًا أو غير معروف.

    يمكن التراجع عما أُضيف بالأمر «keytick remove»، الذي ينقل الحسابات إلى سلة
    المهملات؛ و‎--json يذكر معرّفاتها.

    أمثلة: keytick import aegis-backup.json
           keytick import --skip work aegis-backup.json
           keytick import --dry-run --json backup.2fas
cli-import-file-read = { $count ->
    [zero] { $file }: { $format }، لا حسابات
    [one] { $file }: { $format }، حساب واحد
    [two] { $file }: { $format }، حسابان
    [few] { $file }: { $format }، { $count } حسابات
    [many] { $file }: { $format }، { $count } حسابًا
   *[other] { $file }: { $format }، { $count } حساب
}
cli-import-file-locked = { $count ->
    [zero] { $file }: { $format }، مقفل، لا حسابات
    [one] { $file }: { $format }، مقفل، حساب واحد
    [two] { $file }: { $format }، مقفل، حسابان
    [few] { $file }: { $format }، مقفل، { $count } حسابات
    [many] { $file }: { $format }، مقفل، { $count } حسابًا
   *[other] { $file }: { $format }، مقفل، { $count } حساب
}
cli-import-resembles = يشبه { $format }. { $help }
cli-import-locked = { $file } مقفل بكلمة مرور عُيّنت في { $program }.
cli-import-twin = المفتاح نفسه كما في { $name }، الذي يُحتفظ به.
cli-import-undo = للتراجع: keytick remove { $ids }
cli-import-undo-many = للتراجع: keytick vault restore "{ $backup }"
cli-import-opening = جارٍ الفتح: { $percent } % من نحو { $seconds } ث (Ctrl C يوقف)
cli-ask-import-password = كلمة مروره (لا كلمة مرور الخزنة):
cli-unread = تعذّرت قراءة بعض الملفات.

## export

cli-export = كتابة الحسابات كملف لبرنامج آخر.
cli-export-query = الحسابات التي تطابق كل هذه الكلمات فقط.
cli-export-format = نوع الملف. «keytick formats» يشرح كل نوع.
cli-export-output = إلى أين: ملف، أو مجلد يُنشأ إن كان جديدًا. وإلا فالإخراج القياسي.
cli-export-export-password-stdin = قفل الملف بكلمة المرور في الإدخال القياسي، بعد كلمة مرور الخزنة إن كانت هناك أيضًا.
cli-export-plain = عدم قفل الملف: من لديه الملف لديه مفاتيحك.
cli-export-with-lab = حسابات المواقع التدريبية أيضًا.
cli-export-more =
    يذكر ما لا يتسع له البرنامج الآخر ويسأل قبل كتابة أي شيء. يُكتب الملف كاملًا أو لا
    يُكتب، ولا يستطيع غيرك قراءته، ويُقرأ بعد ذلك ويُقارن قبل أن يُعدّ مكتوبًا. وإذا كانت
    للبرنامج الآخر ملفات مقفلة، يُقفل الملف الجديد بكلمة مرور، ما لم تذكر ‎--plain.

    أمثلة: keytick export --format aegis --output aegis.json
           keytick export --format google-migration --output codes/ github
cli-export-is-plain = لن يكون الملف مقفلًا: من لديه الملف لديه مفاتيحك.
cli-export-choose-password = اختر كلمة مرور للملف الجديد.
cli-export-left-out = مُستبعَد: { $name } ({ $format }: { $reason }).
cli-export-renamed = { $count ->
    [zero] لا يُكتب أي اسم هناك بشكل مختلف.
    [one] يُكتب اسم حساب واحد هناك بشكل مختلف قليلًا.
    [two] يُكتب اسما حسابين هناك بشكل مختلف قليلًا.
    [few] تُكتب أسماء { $count } حسابات هناك بشكل مختلف قليلًا.
    [many] تُكتب أسماء { $count } حسابًا هناك بشكل مختلف قليلًا.
   *[other] تُكتب أسماء { $count } حساب هناك بشكل مختلف قليلًا.
}
cli-export-retagged = { $count ->
    [zero] لا تُكتب أي وسوم هناك بشكل مختلف.
    [one] تُكتب وسوم حساب واحد هناك بشكل مختلف قليلًا.
    [two] تُكتب وسوم حسابين هناك بشكل مختلف قليلًا.
    [few] تُكتب وسوم { $count } حسابات هناك بشكل مختلف قليلًا.
    [many] تُكتب وسوم { $count } حسابًا هناك بشكل مختلف قليلًا.
   *[other] تُكتب وسوم { $count } حساب هناك بشكل مختلف قليلًا.
}
cli-exported = { $count ->
    [zero] لم يُكتب أي حساب في { $file }.
    [one] كُتب حساب واحد في { $file } وقُرئ بعد ذلك.
    [two] كُتب حسابان في { $file } وقُرئا بعد ذلك.
    [few] كُتب { $count } حسابات في { $file } وقُرئت بعد ذلك.
    [many] كُتب { $count } حسابًا في { $file } وقُرئت بعد ذلك.
   *[other] كُتب { $count } حساب في { $file } وقُرئت بعد ذلك.
}
cli-ask-export = { $count ->
    [zero] لا حسابات لصيغة { $format }. هل تكتب { $file }؟ [y/N]
    [one] هل تكتب حسابًا واحدًا لصيغة { $format } في { $file }؟ [y/N]
    [two] هل تكتب حسابين لصيغة { $format } في { $file }؟ [y/N]
    [few] هل تكتب { $count } حسابات لصيغة { $format } في { $file }؟ [y/N]
    [many] هل تكتب { $count } حسابًا لصيغة { $format } في { $file }؟ [y/N]
   *[other] هل تكتب { $count } حساب لصيغة { $format } في { $file }؟ [y/N]
}
cli-ask-export-over = { $count ->
    [zero] لا حسابات لصيغة { $format }. هل تستبدل { $file }؟ [y/N]
    [one] هل تضع حسابًا واحدًا لصيغة { $format } مكان { $file }؟ [y/N]
    [two] هل تضع حسابين لصيغة { $format } مكان { $file }؟ [y/N]
    [few] هل تضع { $count } حسابات لصيغة { $format } مكان { $file }؟ [y/N]
    [many] هل تضع { $count } حسابًا لصيغة { $format } مكان { $file }؟ [y/N]
   *[other] هل تضع { $count } حساب لصيغة { $format } مكان { $file }؟ [y/N]
}

## formats

cli-formats = سرد أنواع الملفات التي تُقرأ وتُكتب.
cli-formats-no = لا
cli-formats-yes = نعم
cli-formats-encrypted = نعم، وكذلك مقفلة
cli-formats-locked = مقفلة فقط
cli-column-name = البرنامج
cli-column-reads = يقرأ
cli-column-writes = يكتب

## edit

cli-edit = تغيير حقول حساب.
cli-edit-id = معرّف الحساب، كما يعرضه «keytick list».
cli-edit-issuer = الموقع.
cli-edit-account = من يسجّل الدخول هناك.
cli-edit-note = ملاحظة.
cli-edit-tag = وسم؛ يمكن ذكره عدة مرات. تُزال الوسوم القديمة.
cli-edit-no-tags = إزالة كل الوسوم.
cli-edit-colour = لون صورته، من 0 إلى 11.
cli-edit-no-colour = جعل اللون يتبع الاسم مرة أخرى.
cli-edit-favourite = سرده قبل غيره.
cli-edit-no-favourite = سرده مع غيره.
cli-edit-type = ما يحرّك الرموز.
cli-edit-algorithm = خوارزمية التجزئة.
cli-edit-digits = عدد أرقام الرمز، من 4 إلى 10.
cli-edit-period = مدة الرمز بالثواني، من 1 إلى 86400.
cli-edit-counter = عدّاد الرمز التالي.
cli-edit-pin-stdin = قراءة رقم PIN لحساب motp أو yandex من الإدخال القياسي.
cli-edited = تغيّر { $name }.

## remove وtrash

cli-remove = نقل حسابات إلى سلة المهملات، حيث تبقى 30 يومًا.
cli-remove-id = معرّف الحساب، كما يعرضه «keytick list».
cli-removed =
    { $count ->
        [zero] لم يُنقل أي حساب إلى سلة المهملات.
        [one] نُقل حساب واحد إلى سلة المهملات. يمكن استعادته خلال 30 يومًا.
        [two] نُقل حسابان إلى سلة المهملات. يمكن استعادتهما خلال 30 يومًا.
        [few] نُقل { $count } حسابات إلى سلة المهملات. يمكن استعادتها خلال 30 يومًا.
        [many] نُقل { $count } حسابًا إلى سلة المهملات. يمكن استعادتها خلال 30 يومًا.
       *[other] نُقل { $count } حساب إلى سلة المهملات. يمكن استعادتها خلال 30 يومًا.
    }
cli-trash = سرد الحسابات المحذوفة أو استعادتها أو نسيانها.
cli-trash-list = سرد الحسابات في سلة المهملات.
cli-trash-is-empty = سلة المهملات فارغة.
cli-trash-restore = استعادة حسابات من سلة المهملات.
cli-trash-restore-id = معرّف الحساب، كما يعرضه «keytick trash list».
cli-restored =
    { $count ->
        [zero] لم يُستعد أي حساب من سلة المهملات.
        [one] استُعيد حساب واحد من سلة المهملات.
        [two] استُعيد حسابان من سلة المهملات.
        [few] استُعيد { $count } حسابات من سلة المهملات.
        [many] استُعيد { $count } حسابًا من سلة المهملات.
       *[other] استُعيد { $count } حساب من سلة المهملات.
    }
cli-trash-empty = نسيان حسابات سلة المهملات نهائيًا.
cli-trash-empty-id = هذه الحسابات فقط بدلًا من كلها.
cli-ask-empty =
    { $count ->
        [zero] لا شيء يُنسى نهائيًا. هل تتابع؟ [y/N]
        [one] هل يُنسى حساب واحد نهائيًا؟ لا شيء يستطيع إعادته. [y/N]
        [two] هل يُنسى حسابان نهائيًا؟ لا شيء يستطيع إعادتهما. [y/N]
        [few] هل يُنسى { $count } حسابات نهائيًا؟ لا شيء يستطيع إعادتها. [y/N]
        [many] هل يُنسى { $count } حسابًا نهائيًا؟ لا شيء يستطيع إعادتها. [y/N]
       *[other] هل يُنسى { $count } حساب نهائيًا؟ لا شيء يستطيع إعادتها. [y/N]
    }
cli-emptied =
    { $count ->
        [zero] سلة المهملات فارغة.
        [one] ذهب حساب واحد نهائيًا.
        [two] ذهب حسابان نهائيًا.
        [few] ذهب { $count } حسابات نهائيًا.
        [many] ذهب { $count } حسابًا نهائيًا.
       *[other] ذهب { $count } حساب نهائيًا.
    }

## vault

cli-vault = إنشاء ملف الخزنة وفحصه وتغييره.
cli-vault-create = إنشاء خزنة جديدة فارغة.
cli-vault-create-recovery = إنشاء مفتاح استرداد أيضًا وطباعته.
cli-vault-create-kdf-memory = الذاكرة التي تأخذها محاولة واحدة لكلمة المرور، بوحدة MiB، 64 على الأقل.
cli-vault-create-kdf-passes = عدد المرات على تلك الذاكرة، 3 على الأقل.
cli-vault-create-more =
    بلا ‎--kdf-memory و‎--kdf-passes، تُضبط محاولة واحدة لكلمة المرور بحيث تستغرق على
    هذا الكمبيوتر من نصف ثانية إلى ثانية. ومع أحدهما فقط، يكون الآخر أقل ما يُسمح به.
cli-created = أُنشئت الخزنة { $path }
cli-calibrating = جارٍ قياس أقصى صعوبة ممكنة لتخمين كلمة المرور على هذا الكمبيوتر…
cli-weak-password = كلمة المرور هذه سهلة التخمين على من لديه ملف الخزنة. أربع كلمات غير مترابطة أو أكثر أفضل.
cli-ask-password = كلمة المرور:
cli-ask-new-password = كلمة المرور الجديدة:
cli-ask-new-password-again = كلمة المرور الجديدة مرة أخرى:
cli-ask-recovery-key = مفتاح الاسترداد:
cli-vault-info = عرض ما يقوله الملف عن نفسه. لا يحتاج إلى كلمة مرور.
cli-info-path = الملف
cli-info-format = الصيغة
cli-info-vault-id = الخزنة
cli-info-generation = رقم الحفظ
cli-info-written-at = وقت الكتابة
cli-info-writer = الكاتب
cli-info-size = بايت
cli-info-slot = تُفتح بواسطة
cli-info-slot-kdf = { $type } ({ $kdf }، { $memory } MiB، المرات { $passes }، المسارات { $lanes })
cli-vault-check = فحص الملف كله، من أول بايت إلى آخر حساب.
cli-checked =
    { $count ->
        [zero] الخزنة سليمة. ليس فيها حسابات.
        [one] الخزنة سليمة. فيها حساب واحد.
        [two] الخزنة سليمة. فيها حسابان.
        [few] الخزنة سليمة. فيها { $count } حسابات.
        [many] الخزنة سليمة. فيها { $count } حسابًا.
       *[other] الخزنة سليمة. فيها { $count } حساب.
    }
cli-vault-password = تغيير كلمة المرور.
cli-vault-password-new-password-stdin = قراءة كلمة المرور الجديدة من الإدخال القياسي، بعد القديمة.
cli-vault-password-forgotten = فتح الخزنة بمفتاح الاسترداد بدلًا من كلمة المرور القديمة.
cli-vault-password-rekey = إعطاء الخزنة مفتاحًا آخر أيضًا، حين قد تكون لدى شخص نسخة منها وكلمة مرورها القديمة. يطبع مفتاح استرداد جديدًا؛ وفي JSON هو recovery_key. تُزال النسخ الاحتياطية السابقة.
cli-vault-password-kdf-memory = الذاكرة التي تأخذها محاولة واحدة لكلمة المرور، بوحدة MiB، 64 على الأقل.
cli-vault-password-kdf-passes = عدد المرات على تلك الذاكرة، 3 على الأقل.
cli-vault-password-more =
    النسخ الأقدم من الملف تظل تُفتح بكلمة المرور القديمة.

    مع ‎--forgotten، يقرأ ‎--password-stdin و‎--password-file مفتاح الاسترداد حيث كانا
    يقرآن كلمة المرور.
cli-rekeyed = تغيّرت كلمة المرور وصار للخزنة مفتاح آخر. هذا مفتاح الاسترداد الجديد. النسخ الموجودة في أماكن أخرى تظل تُفتح بما كان يفتحها.
cli-password-changed = تغيّرت كلمة المرور. النسخ الأقدم من الخزنة تظل تُفتح بالقديمة.
cli-vault-recovery = إنشاء مفتاح الاسترداد أو التحقق منه، وهو يفتح الخزنة عند نسيان كلمة المرور.
cli-vault-recovery-new = إنشاء مفتاح استرداد جديد وطباعته. يتوقف السابق عن العمل.
cli-recovery-new = دوّن هذا المفتاح واحفظه بعيدًا عن هذا الكمبيوتر. إنه يفتح الخزنة بلا كلمة المرور.
cli-vault-recovery-check = التحقق من أن مفتاح استرداد هو مفتاح الخزنة.
cli-vault-recovery-check-secret-stdin = قراءة مفتاح الاسترداد من أول سطر في الإدخال القياسي.
cli-recovery-fits = هذا مفتاح استرداد الخزنة.
cli-vault-backups = سرد النسخ الاحتياطية، الأحدث أولًا. لا يحتاج إلى كلمة مرور.
cli-vault-backups-more = النسخة الاحتياطية هي حال الخزنة قبل حفظها مرة. تُفتح بكلمة مرور وقتها.
cli-backups-file = الملف
cli-backups-generation = رقم الحفظ
cli-backups-written-at = وقت الكتابة
cli-backups-state = الحالة
cli-backups-undamaged = سليمة
cli-backups-damaged = لا يمكن فتحها
cli-backups-none = لا توجد نسخة احتياطية بعد. عند حفظ الخزنة للمرة الثانية، يُحتفظ بالأولى.
cli-vault-restore = وضع نسخة احتياطية مكان الخزنة. لا يحتاج إلى كلمة مرور.
cli-vault-restore-file = النسخة الاحتياطية، كما يسمّيها «keytick vault backups»، أو أي نسخة من خزنة. وإلا فأحدث نسخة احتياطية سليمة.
cli-vault-restore-this = عدم استعادة شيء: المتابعة بالخزنة كما هي، رغم أن خزنة أحدث شوهدت هنا.
cli-vault-restore-more =
    يُحتفظ بما كان مكان الخزنة: كنسخة احتياطية إن كان سليمًا، وإلا فبجانب الخزنة باسم
    يدل على ذلك.
cli-ask-vault-restore = هل توضع النسخة الاحتياطية من { $time } مكان الخزنة { $path }؟ (y/n)
cli-vault-restored = استُعيدت النسخة الاحتياطية من { $time }.
cli-restored-kept = احتُفظ بالملف التالف: { $kept }
cli-restored-failed = في ذلك الملف فشل الفحص «{ $class }»، في مكان ما بين البايت { $from } والبايت { $to }.
cli-restored-this = تُستخدم الخزنة كما هي من الآن.
cli-no-good-backup = لم يُعثر على نسخة احتياطية سليمة بجانب الخزنة.
    .hint = إن كانت لديك نسخة في مكان آخر، فاستعدها: keytick vault restore FILE
cli-merged = دُمجت التغييرات من { $copies }.
cli-merged-in-place = كمبيوتر آخر
cli-merge-failed = توجد نسخ أخرى من الخزنة تعذّر دمجها الآن: { $reason }
cli-second-keys =
    { $count ->
        [zero] لا يوجد حساب له مفتاحان مختلفان.
        [one] لحساب واحد مفتاحان مختلفان. احتُفظ بهما، ووُضعت على الثاني العبارة «مفتاح آخر».
        [two] لحسابين مفتاحان مختلفان لكل منهما. احتُفظ بها كلها، ووُضعت على الثاني العبارة «مفتاح آخر».
        [few] لعدد { $count } حسابات مفتاحان مختلفان لكل منها. احتُفظ بها كلها، ووُضعت على الثاني العبارة «مفتاح آخر».
        [many] لعدد { $count } حسابًا مفتاحان مختلفان لكل منها. احتُفظ بها كلها، ووُضعت على الثاني العبارة «مفتاح آخر».
       *[other] لعدد { $count } حساب مفتاحان مختلفان لكل منها. احتُفظ بها كلها، ووُضعت على الثاني العبارة «مفتاح آخر».
    }
cli-older-copy = هذه الخزنة أقدم من آخر ما شوهد هنا (الحفظ { $found }، وآخر ما شوهد { $newest }). يمكن قراءتها، لكنها لا تُغيَّر. «keytick vault restore» يضع أحدث نسخة احتياطية مكانها؛ و«keytick vault restore --this» يتابع بها كما هي.
cli-restored-copy = وُضعت هنا حالة سابقة من هذه الخزنة: الحفظ { $found }، بينما كان آخر حفظ { $newest }. ما غُيّر بعدها ليس في الخزنة؛ «keytick vault backups» يسرد الحالات اللاحقة.
cli-forked-copy = وُضعت نسخة أخرى من هذه الخزنة مكانها. ربما ينقصها آخر ما حُفظ هنا؛ «keytick vault backups» يسرد الحالات السابقة.

## sim

cli-sim = مواقع تدريبية لتسجيل الدخول بالرموز، للاختبارات وللناس.
cli-sim-more =
    رموز الخروج للأمرين sim وdevice: ‏0 تم؛ 1 فشل؛ 2 استخدام خاطئ، ومنه ملف التعريف؛
    10 تعذّر الوصول إلى الخادم؛ 11 لا برنامج تشغيل للمتصفح؛ 12 انتهى الوقت؛ 70 خلل في
    هذا البرنامج.
cli-sim-serve = تشغيل موقع تدريبي على هذا الكمبيوتر.
cli-sim-serve-profile = ملف تعريف مرفق بالبرنامج، باسمه، أو ملف؛ strict ما لم يُذكر غيره.
cli-sim-serve-frozen = إيقاف ساعة العوالم الجديدة عند هذا الوقت: ثواني Unix، أو لحظة مثل ‎2005-03-18T01:58:00Z.
cli-sim-serve-seed = مصدر المفاتيح والرموز والمصادفة: القيمة نفسها تعطي النتيجة نفسها.
cli-sim-serve-data = حفظ العوالم في هذا الملف، بدلًا من الذاكرة.
cli-sim-serve-identity-port = منفذ خدمة الهوية، حيث يكون لملف التعريف موقعان مرتبطان؛ منفذ متاح ما لم يُذكر غيره.
cli-sim-serve-oracle = السماح بسؤال واجهة التحكم البرمجية عن الرمز الحالي لأي شخص.
cli-sim-serve-show-secrets = عرض المفاتيح والرموز في الأحداث.
cli-sim-serve-port = المنفذ؛ 0 أو لا شيء يأخذ منفذًا متاحًا.
cli-sim-serve-expose = الاستجابة لأجهزة كمبيوتر أخرى أيضًا، بأسماء ‎--allow-host. للحاويات.
cli-sim-serve-allow-host = اسم يستجيب به الخادم؛ يمكن ذكره عدة مرات. وبلا منفذ يصلح أي منفذ.
cli-sim-serve-until-stdin-closes = الانتهاء عند انتهاء الإدخال القياسي، أي مع البرنامج الذي شغّل هذا البرنامج.
cli-sim-serve-more =
    يطبع عنوان الموقع، ثم سطرًا لكل ما يحدث فيه. رمز الوصول هو رمز واجهة التحكم
    البرمجية؛ وKEYTICK_SIM_TOKEN يعيّنه مسبقًا. ينتهي بالضغط على Ctrl C.

    أمثلة: keytick sim serve --profile bytebase
           keytick sim serve --profile my-site.toml --port 8080 --json --frozen 1111111080
cli-sim-serving =
    الموقع التدريبي في { $url }
    ساعته وأعطاله وسجله: { $lab }
    واجهة التحكم البرمجية: { $api }
    رمز الوصول: { $token }
    للإنهاء: Ctrl C
cli-sim-exposed = تستطيع أجهزة كمبيوتر أخرى الوصول إلى هذا الموقع. لا تضع فيه إلا أشخاصًا ومفاتيح مختلقة.
cli-sim-wait = الانتظار حتى يستجيب موقع تدريبي.
cli-sim-wait-url = عنوانه؛ أو عنوان صفحة فيه.
cli-sim-wait-timeout = عدد ثواني الانتظار، 30 ما لم يُذكر غيره.
cli-sim-ready = { $url } جاهز.
cli-sim-profile = سرد ملفات التعريف وفحصها وكتابتها: مواقع على شكل ملفات.
cli-sim-profile-list = سرد ملفات التعريف المرفقة بالبرنامج.
cli-sim-profile-show = عرض ملف تعريف كما كُتب؛ ومع ‎--json كل قيمه، ومنها القيم الافتراضية.
cli-sim-profile-show-profile = ملف تعريف مرفق بالبرنامج، باسمه، أو ملف.
cli-sim-profile-lint = فحص ملفات التعريف بحثًا عن خطأ أو غرابة.
cli-sim-profile-lint-profile = ملف، أو ملف تعريف مرفق بالبرنامج، باسمه.
cli-sim-profile-diff = عرض مواضع اختلاف ملفي تعريف، ومنها القيم الافتراضية.
cli-sim-profile-diff-left = ملف تعريف مرفق بالبرنامج، باسمه، أو ملف.
cli-sim-profile-diff-right = ملف تعريف آخر.
cli-sim-profile-new = بدء ملف تعريف خاص بك.
cli-sim-profile-new-id = اسمه: حروف صغيرة وأرقام وشرطات.
cli-sim-profile-new-from = البدء بنسخة من ملف التعريف هذا.
cli-sim-profile-new-output = الملف الذي يُكتب؛ يجب ألا يكون موجودًا. وإلا فيُطبع ملف التعريف.
cli-sim-profile-new-more =
    مثال: keytick sim profile new my-site --from bytebase -o my-site.toml
cli-sim-profile-made = كُتب { $file }
cli-sim-finding-error = { $file }:{ $line }: خطأ: { $reason }
cli-sim-finding-warning = { $file }:{ $line }: تحذير: { $reason }
cli-sim-no-findings = { $file }: لا خطأ ولا غرابة.
cli-sim-no-differences = الملفان متطابقان، ما عدا التعليقات والترتيب.
cli-column-profile = ملف التعريف
cli-column-site = الموقع
cli-column-about = عنه
cli-sim-code = عرض رمز رابط otpauth واحد في أي وقت، لمقارنته برمز موقع.
cli-sim-code-uri = الرابط؛ و«-» يقرؤه من أول سطر في الإدخال القياسي.
cli-sim-code-at = في هذا الوقت، بدلًا من الآن: ثواني Unix، أو لحظة مثل ‎2005-03-18T01:58:00Z.

## device

cli-device = جهاز للاختبارات: يأخذ مفاتيح ويعطي رموزًا كما يفعل شخص صبور. لا يحتاج إلى خزنة.
cli-device-more =
    لا يعطي الجهاز الخطوة نفسها مرتين أبدًا، وينتظر بدلًا من إعطاء رمز يوشك أن ينتهي،
    ويقول لماذا ربما رفض موقع رمزًا. ويزول مع زوال عمليته.

    تسأل add وcode وexplain الجهاز المذكور في ‎--device، وإلا ففي KEYTICK_DEVICE، برمز
    الوصول في ‎--token-file، وإلا ففي KEYTICK_DEVICE_TOKEN. وكل موقع تدريبي يقدّم جهازًا
    أيضًا، برمز وصول الموقع نفسه. ومع ‎--uri أو ‎--image لا تحتاج code وexplain إلى خادم.
cli-device-serve = تقديم أجهزة لاختبارات بأي لغة.
cli-device-serve-port = المنفذ؛ 0 أو لا شيء يأخذ منفذًا متاحًا.
cli-device-serve-expose = الاستجابة لأجهزة كمبيوتر أخرى أيضًا، بأسماء ‎--allow-host. للحاويات.
cli-device-serve-allow-host = اسم يستجيب به الخادم؛ يمكن ذكره عدة مرات. وبلا منفذ يصلح أي منفذ.
cli-device-serve-until-stdin-closes = الانتهاء عند انتهاء الإدخال القياسي، أي مع البرنامج الذي شغّل هذا البرنامج.
cli-device-serve-more =
    يعيّن KEYTICK_DEVICE_TOKEN رمز الوصول مسبقًا.
cli-device-serving =
    الأجهزة في { $url }
    رمز الوصول: { $token }
    للإنهاء: Ctrl C
cli-device-add = إعطاء مفاتيح لجهاز مُقدَّم، وعرض أرقام حساباتها.
cli-device-add-uri = رابط otpauth أو steam؛ و«-» يقرؤه من أول سطر في الإدخال القياسي.
cli-device-add-image = صورة فيها رموز QR، مثل لقطة شاشة؛ و«-» يقرأ الإدخال القياسي.
cli-device-add-secret-stdin = قراءة مفتاح مكتوب من الإدخال القياسي.
cli-device-add-issuer = موقع المفتاح المكتوب.
cli-device-add-account = من يسجّل الدخول هناك.
cli-device-add-type = ما يحرّك الرموز، totp ما لم يُذكر غيره.
cli-device-add-algorithm = خوارزمية التجزئة، SHA1 ما لم يُذكر غيرها.
cli-device-add-digits = عدد أرقام الرمز، من 4 إلى 10؛ 6 ما لم يُذكر غيره.
cli-device-add-period = مدة الرمز بالثواني، من 1 إلى 86400؛ 30 ما لم يُذكر غيرها.
cli-device-add-counter = عدّاد أول رمز لحساب hotp؛ 0 ما لم يُذكر غيره.
cli-device-add-pin-stdin = قراءة رقم PIN لحساب motp أو yandex من الإدخال القياسي، بعد المفتاح.
cli-device-add-device = عنوان الخادم.
cli-device-add-name = الجهاز هناك، phone ما لم يُذكر غيره.
cli-device-add-token-file = قراءة رمز وصول الخادم من أول سطر في هذا الملف.
cli-device-code = الحصول على رمز لم يُعطَ من قبل، وبقي وقت لكتابته.
cli-device-code-account = رقم الحساب، أو كلمات من موقعه وحسابه؛ يمكن تركه إن كان هناك حساب واحد فقط.
cli-device-code-uri = من هذا الرابط بدلًا من جهاز مُقدَّم؛ و«-» يقرؤه من أول سطر في الإدخال القياسي.
cli-device-code-image = من رمز QR في هذه الصورة.
cli-device-code-min-left = الثواني التي ينبغي أن تبقى للرمز، 5 ما لم يُذكر غيرها.
cli-device-code-wait = ثواني انتظار رمز كهذا، 60 ما لم يُذكر غيرها.
cli-device-code-at = في هذا الوقت، بدلًا من الآن: ثواني Unix، أو لحظة مثل ‎2005-03-18T01:58:00Z.
cli-device-code-clock-offset = الثواني التي تتقدم بها ساعة الجهاز؛ وتتأخر إن كانت سالبة. مع ‎--uri أو ‎--image.
cli-device-code-device = عنوان الخادم.
cli-device-code-name = الجهاز هناك، phone ما لم يُذكر غيره.
cli-device-code-token-file = قراءة رمز وصول الخادم من أول سطر في هذا الملف.
cli-device-code-more =
    الأفضل «‎--uri -‎»: ما يُكتب في الوسائط يستطيع مستخدمو هذا الكمبيوتر الآخرون قراءته.

    أمثلة: keytick device code --image screenshot.png
           keytick device code acme --min-left 10
cli-device-explain = القول لماذا ربما رفض موقع رمزًا.
cli-device-explain-account = رقم الحساب، أو كلمات من موقعه وحسابه؛ يمكن تركه إن كان هناك حساب واحد فقط.
cli-device-explain-uri = من هذا الرابط بدلًا من جهاز مُقدَّم؛ و«-» يقرؤه من أول سطر في الإدخال القياسي.
cli-device-explain-image = من رمز QR في هذه الصورة.
cli-device-explain-code = الرمز الذي رُفض.
cli-device-explain-date = الترويسة Date في رد الموقع، وهي تدل على ساعة الموقع.
cli-device-explain-sent = كم مرة أُرسل الرمز، 1 ما لم يُذكر غيره.
cli-device-explain-at = متى رُفض، بدلًا من الآن: ثواني Unix، أو لحظة مثل ‎2005-03-18T01:58:00Z.
cli-device-explain-clock-offset = الثواني التي تتقدم بها ساعة الجهاز؛ وتتأخر إن كانت سالبة. مع ‎--uri أو ‎--image.
cli-device-explain-device = عنوان الخادم.
cli-device-explain-name = الجهاز هناك، phone ما لم يُذكر غيره.
cli-device-explain-token-file = قراءة رمز وصول الخادم من أول سطر في هذا الملف.
cli-device-explain-more =
    مثال: keytick device explain --uri - --code 306183 --date "Fri, 18 Mar 2005 01:58:00 GMT"

## completions وman

cli-completions = طباعة ما تحتاج إليه الصدفة لإكمال الأوامر.
cli-completions-shell = الصدفة (shell).
cli-completions-more =
    مثال: keytick completions bash > ~/.local/share/bash-completion/completions/keytick
cli-man = كتابة صفحات الدليل، صفحة لكل أمر.
cli-man-dir = المجلد الذي تُكتب فيه؛ يُنشأ إن لم يكن موجودًا.

## الاستخدام الخاطئ

cli-usage-no-such-command = لا يوجد أمر «{ $name }».
cli-usage-command-missing = أي أمر؟
cli-usage-unknown-argument = لا يوجد وسيط «{ $argument }» هنا.
cli-usage-argument-missing = هذا ناقص: { $argument }
cli-usage-conflict = لا يجتمع «{ $argument }» مع «{ $other }».
cli-usage-value-missing = يحتاج «{ $argument }» إلى قيمة.
cli-usage-value-refused = «{ $value }» ليست قيمة يقبلها «{ $argument }».
cli-usage-other = هذه الوسائط غير مفهومة.
cli-usage-suggestion = هل تقصد «{ $name }»؟
cli-usage-valid-values = القيم الممكنة: { $values }

## ما قد يحدث من خلل

# ما يُقرأ من الإدخال القياسي أو يُسأل عنه.
cli-what-password = كلمة المرور
cli-what-secret = المفتاح
cli-what-pin = رقم PIN
cli-what-recovery-key = مفتاح الاسترداد
cli-what-uri = الرابط
cli-what-import-password = كلمة مرور الملف
cli-what-export-password = كلمة مرور الملف الجديد

cli-interrupted = تمت المقاطعة.
cli-output = تعذّرت كتابة الإجابة: { $reason }
cli-file-not-found = لا يوجد ملف كهذا.
cli-file-forbidden = قراءة هذا الملف غير مسموح بها.
    .hint = تحقق من مالكه ومن أذوناته.
cli-file-unreadable = تعذّرت قراءة هذا الملف: { $reason }
cli-input-too-long = ما جاء في الإدخال القياسي طويل جدًا.
    .hint = أعطِ { $megabytes } ميغابايت على الأكثر في كل مرة.
cli-file-unwritable = تعذّرت كتابة هذا: { $reason }
cli-input = تعذّرت قراءة الإدخال القياسي: { $reason }
cli-input-ended = انتهى الإدخال القياسي قبل وصول { $what }.
    .hint = الأسرار كلٌّ في سطر: كلمة مرور الخزنة أولًا، ثم السر الآخر.
cli-input-not-text = ما وصل ليس نصًا بترميز UTF-8.
cli-no-terminal = لا توجد طرفية لطلب { $what }.
    .hint = أعطه في الإدخال القياسي؛ «‎--help» يذكر الخيار.
cli-no-terminal-to-ask = لا توجد طرفية للسؤال عن المتابعة.
    .hint = اذكر ‎--yes للمتابعة بلا سؤال.
cli-passwords-differ = كلمتا المرور غير متطابقتين.
cli-no-data-folder = لا يحدد هذا النظام مجلدًا للبيانات المحلية.
    .hint = اذكر مكان الخزنة: ‎--vault FILE
cli-declined = لم يتغير شيء.
cli-nothing-found = لم يُعثر على رمز QR.
    .hint = يجب أن يكون الرمز في الصورة كاملًا مع حدّه، وألا يكون صغيرًا جدًا.
cli-nothing-read = تعذّرت قراءة أي صورة.
cli-no-picture = لا توجد صورة في هذا المجلد.
cli-empty-folder = لا شيء يُقرأ في هذا المجلد.
cli-nothing-to-add = لم يُضف شيء.
cli-nothing-to-export = لم يُكتب شيء: لم يبقَ حساب يُكتب.
cli-locked-or-plain = هل يُقفل الملف؟ لم يُكتب شيء.
    .hint = أعطِ كلمة مرور مع ‎--export-password-stdin، أو اكتبه غير مقفل مع ‎--plain.
cli-needs-folder = هذا النوع من التصدير عدة ملفات.
    .hint = حدّد مجلدًا: ‎--output FOLDER/‎
cli-over-vault = هذه هي الخزنة نفسها. لم يُكتب شيء.
    .hint = حدّد ملفًا آخر للتصدير.
cli-not-a-file = هذا جهاز أو أنبوب، وليس ملفًا. لم يُكتب شيء.
    .hint = احذف ‎--output للكتابة إلى الإخراج القياسي.
cli-nothing-to-change = لم يُذكر ما يُغيَّر.
    .hint = «keytick edit --help» يسرد الحقول.
cli-field-not-for-type = ليس في حساب من النوع { $type } الحقل { $field }.
cli-time-for-counter = رموز هذا الحساب تتبع عدّادًا لا الوقت: لا معنى للحقل { $field }.
cli-no-match = لا يوجد حساب يطابق «{ $query }».
    .hint = «keytick list» يعرض كل الحسابات.
cli-several-match = عدد الحسابات التي تطابق «{ $query }» هو { $count }:
    .hint = أضف كلمة، أو أعطِ المعرّف.
cli-unknown-id = لا يوجد حساب بالمعرّف «{ $id }».
    .hint = «keytick list» يعرض المعرّفات.
cli-not-in-trash = لا يوجد حساب بالمعرّف «{ $id }» في سلة المهملات.
    .hint = «keytick trash list» يعرض المعرّفات.
cli-no-clipboard = لا توجد حافظة هنا.
    .hint = شغّل هذا في جلسة سطح مكتب، أو اطبع الرمز بدلًا من نسخه.
cli-not-copied = تعذّر نسخ الرمز، فطُبع: تحرّك العدّاد.
cli-kdf-too-cheap = ستكون تجربة كلمات المرور سهلة جدًا.
    .hint = القيمة في ‎--kdf-memory هي { $memory } أو أكثر، وفي ‎--kdf-passes هي { $passes } أو أكثر.
cli-kdf-too-costly = سيكون التحقق من كلمة المرور مكلفًا جدًا.
    .hint = القيمة في ‎--kdf-memory هي { $memory } على الأكثر، وفي ‎--kdf-passes هي { $passes } على الأكثر، وحاصل ضربهما { $product } على الأكثر.
cli-clipboard-empty = ليس في الحافظة صورة ولا نص.

cli-sim-unknown-profile = لا يوجد ملف تعريف باسم «{ $name }».
    .hint = «keytick sim profile list» يسرد المرفقة بالبرنامج. أما الملف فيحتاج إلى مساره.
cli-sim-refused-profile = ملف التعريف { $name } غير مفهوم. السطر { $line }: { $reason }
    .hint = «keytick sim profile lint» يسرد كل ما فيه من أخطاء.
cli-sim-findings =
    { $count ->
        [zero] لا أخطاء.
        [one] يوجد خطأ واحد.
        [two] يوجد خطآن.
        [few] يوجد { $count } أخطاء.
        [many] يوجد { $count } خطأً.
       *[other] يوجد { $count } خطأ.
    }
cli-sim-file-exists = يوجد ملف بهذا الاسم من قبل.
    .hint = اختر اسمًا آخر؛ لا يُكتب فوق شيء.
cli-sim-address = «{ $address }» ليس عنوانًا يبدأ بـ http://‎
cli-sim-unreachable = لا يستجيب { $address }: { $reason }
cli-sim-not-ready =
    { $seconds ->
        [zero] لم يكن { $address } جاهزًا فورًا.
        [one] لم يكن { $address } جاهزًا بعد ثانية واحدة.
        [two] لم يكن { $address } جاهزًا بعد ثانيتين.
        [few] لم يكن { $address } جاهزًا بعد { $seconds } ثوانٍ.
        [many] لم يكن { $address } جاهزًا بعد { $seconds } ثانية.
       *[other] لم يكن { $address } جاهزًا بعد { $seconds } ثانية.
    }
cli-sim-random = لا يعطي هذا النظام أرقامًا عشوائية: { $reason }
cli-device-missing = أي جهاز؟
    .hint = اذكر أين يُقدَّم جهاز: ‎--device URL، أو KEYTICK_DEVICE. أو أعطِ مفتاحًا: ‎--uri أو ‎--image.
cli-device-no-token = رمز وصول خادم الجهاز ناقص.
    .hint = أعطه في KEYTICK_DEVICE_TOKEN، أو في ملف: ‎--token-file FILE
cli-device-wrong-token = لدى { $address } رمز وصول آخر.
    .hint = هو في سطر الجاهزية الذي يطبعه. وأجهزة الموقع التدريبي لها رمز وصول الموقع نفسه.
cli-device-no-code-in-time =
    { $seconds ->
        [zero] لم يأتِ رمز في الوقت المحدد. يأتي التالي الآن.
        [one] لم يأتِ رمز في الوقت المحدد. يأتي التالي بعد ثانية واحدة.
        [two] لم يأتِ رمز في الوقت المحدد. يأتي التالي بعد ثانيتين.
        [few] لم يأتِ رمز في الوقت المحدد. يأتي التالي بعد { $seconds } ثوانٍ.
        [many] لم يأتِ رمز في الوقت المحدد. يأتي التالي بعد { $seconds } ثانية.
       *[other] لم يأتِ رمز في الوقت المحدد. يأتي التالي بعد { $seconds } ثانية.
    }
cli-device-told = { $message }
cli-device-answer = ما يستجيب في { $address } ليس جهازًا.
