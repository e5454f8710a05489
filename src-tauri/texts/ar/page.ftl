# النصوص: صفحة تطبيق سطح المكتب.
#
# <b>…</b> يظهر بخط عريض، و<k>Ctrl V</k> يظهر كمفاتيح تُضغط. لا توضع الرموز ولا أسماء المفاتيح هنا.
#
# المصطلحات (مصطلح واحد لكل مفهوم، في جميع ملفات هذا المجلد):
#   account               حساب
#   accounts file         ملف الحسابات
#   backup                نسخة احتياطية
#   to back up            نسخ احتياطي
#   clipboard             الحافظة
#   code                  رمز
#   counter               عدّاد
#   Deleted               المحذوفات
#   device                جهاز
#   digits (of a code)    أرقام
#   export, import        تصدير، استيراد
#   fault                 عطل
#   favourite             مفضّلة
#   hint                  تلميح
#   key                   مفتاح
#   keychain              سلسلة المفاتيح
#   link                  رابط
#   lock, unlock          قفل، فتح القفل
#   log                   السجل
#   note                  ملاحظة
#   password              كلمة المرور
#   PIN                   رقم PIN
#   practice site         موقع تدريبي
#   profile               ملف تعريف
#   QR code               رمز QR
#   quick search          البحث السريع
#   to scan               المسح الضوئي (أما clear فهو المسح)
#   recovery codes        رموز الاسترداد
#   recovery key          مفتاح الاسترداد
#   screenshot            لقطة شاشة
#   shortcut              اختصار
#   standard input        الإدخال القياسي
#   tag                   وسم
#   sync                  المزامنة
#   system tray           علبة النظام
#   test lab              مختبر الاختبار
#   token                 رمز الوصول
#   transfer code         رمز النقل
#   trash                 سلة المهملات
#   two-step sign-in      تسجيل الدخول بخطوتين
#   vault                 الخزنة
#   world (of a site)     عالَم
#
# صيغة الخطاب: أمر مهذب قصير في الجمل، واسم الفعل في الأزرار (حفظ، نسخ، إضافة). الأرقام غربية.
# قبل ما يبدأ بعلامة من نص لاتيني، مثل --yes أو −30، توجد العلامة غير المرئية U+200E كي لا ينقلب ترتيبه.

-brand = KEYTICK

## في كل مكان

app-name = { -brand }
account-nameless = بلا اسم
sheet-close = إغلاق
sheet-cancel = إلغاء
sheet-back = رجوع
sheet-discard-ask = سيضيع ما كتبته.
sheet-discard-keep = متابعة التحرير
sheet-discard-yes = تجاهل ما كُتب
error-unknown = حدث خطأ ما.
    .hint = لم يضع شيء. حاول مرة أخرى، أو أغلق التطبيق وافتحه من جديد.
error-retry = إعادة المحاولة
error-save-now = الحفظ الآن
error-dismiss = إغلاق هذه الرسالة
timer-label = { $seconds ->
    [zero] رموز جديدة الآن
    [one] رموز جديدة بعد ثانية واحدة
    [two] رموز جديدة بعد ثانيتين
    [few] رموز جديدة بعد { $seconds } ثوانٍ
    [many] رموز جديدة بعد { $seconds } ثانية
   *[other] رموز جديدة بعد { $seconds } ثانية
}
ring-label = المتبقي { $seconds } من { $period } ث

## خانات كلمة المرور

password-label = كلمة المرور
password-again = كلمة المرور نفسها مرة أخرى
password-show = إظهار كلمة المرور
password-hide = إخفاء كلمة المرور
password-differ = كلمتا المرور مختلفتان.
password-same = كلمتا المرور متطابقتان
password-suggest = اقتراح كلمة مرور
password-suggested = دوّن هذه الكلمات، ثم اكتبها مرة أخرى في الأسفل.
password-caps-lock = مفتاح Caps Lock مفعّل.
strength-too-easy = سهلة جدًا. تُخمَّن في ثوانٍ.
strength-weak = ضعيفة. تُخمَّن في أيام.
strength-good = جيدة. تُخمَّن في سنوات.
strength-very-strong = قوية جدًا. تُخمَّن في قرون.

## التشغيل الأول

first-step = الخطوة { $step } من 2
first-title = اختر كلمة مرور
first-lead = إنها تقفل رموزك على هذا الكمبيوتر. لا يستطيع أحد إعادة تعيينها، فاختر كلمة مرور ستتذكرها.
first-continue = متابعة
first-busy = لحظة…
first-used-before = هل استخدمت { -brand } من قبل؟
first-restore = استعادة نسخة احتياطية
recovery-title = احفظ مفتاح الاسترداد
recovery-lead = إذا نسيت كلمة المرور، فهذا المفتاح هو الطريق الوحيد الآخر للدخول. احفظه بعيدًا عن هذا الكمبيوتر.
recovery-label = مفتاح الاسترداد، 8 مجموعات من 4 خانات
recovery-group = المجموعة { $number }: { $spelled }
recovery-covered = المفتاح مغطى
recovery-save = حفظ كملف
recovery-copy = نسخ
recovery-print = طباعة
recovery-saved = تم الحفظ. احفظ الملف بعيدًا عن هذا الكمبيوتر.
recovery-copied = تم النسخ. تُمسح الحافظة بعد { $seconds } ث.
recovery-check = اكتب آخر 4 خانات للتحقق
recovery-check-hint = المفتاح مغطى أثناء الكتابة، فاقرأه من نسختك.
recovery-check-wrong = ليست هذه نهاية هذا المفتاح. انظر في نسختك.
recovery-later = لاحقًا
recovery-finish = إنهاء
recovery-again-lead = يُنشأ مفتاح استرداد جديد. المفتاح الذي عُرض عليك من قبل لن يعمل بعد الآن.
recovery-again-show = إنشاء مفتاح جديد
recovery-print-title = مفتاح استرداد { -brand }
recovery-print-lead = إذا نسيت كلمة المرور، فهذا المفتاح هو الطريق الوحيد الآخر للدخول.
recovery-print-date = أُنشئ في { $date }

## رموز استرداد موقع

recovery-codes-title = رموز الاسترداد
recovery-codes-lead = الرموز التي أعطاك إياها <b>{ $name }</b> ليوم لا تجد فيه غيرها. كلمة المرور من فضلك.
recovery-codes-left = بقي { $left } من { $total }
recovery-codes-none = لا يوجد شيء محفوظ
recovery-codes-basket = الرموز المحفوظة بجانب العامل الثاني في سلة واحدة: من يفتح هذه الخزنة يملك الاثنين، ومن يفقدها لا يبقى له شيء. اطبعها واحفظ الورقة في مكان آخر.
recovery-codes-list = رموز الاسترداد، وعلامة على المستخدم منها
recovery-codes-used-on = استُخدم في { $date }
recovery-codes-used = مستخدم
recovery-codes-copy = نسخ { $code }
recovery-codes-copied = تم النسخ ووضع العلامة. تُمسح الحافظة بعد { $seconds } ث.
recovery-codes-ticked = وُضعت العلامة.
recovery-codes-unticked = أُزيلت العلامة.
recovery-codes-saved = تم الحفظ.
recovery-codes-deleted = حُذفت رموز الاسترداد لحساب { $name }.
recovery-codes-arrived = { $count ->
    [zero] تم الحذف.
    [one] تم الحذف. وصل رمز واحد من جهاز آخر في هذه الأثناء وسيبقى.
    [two] تم الحذف. وصل رمزان من جهاز آخر في هذه الأثناء وسيبقيان.
    [few] تم الحذف. وصلت { $count } رموز من جهاز آخر في هذه الأثناء وستبقى.
    [many] تم الحذف. وصل { $count } رمزًا من جهاز آخر في هذه الأثناء وستبقى.
   *[other] تم الحذف. وصل { $count } رمز من جهاز آخر في هذه الأثناء وستبقى.
}
recovery-codes-undo = تراجع
recovery-codes-replace = استبدال
recovery-codes-delete = حذف الكل
recovery-codes-delete-ask = حذف كل هذه الرموز؟
recovery-codes-text = الرموز من الموقع
recovery-codes-text-hint = الصقها، أو اقرأ الملف الذي حصلت عليه من الموقع. يمكنك تغيير النص.
recovery-codes-file = قراءة ملف
recovery-codes-replaces = تذهب الرموز المحفوظة الآن حين تحفظ رموزًا جديدة.
recovery-codes-found = ما وُجد في النص
recovery-codes-unsure = غير مؤكد: ضع علامة إن كان رمزًا
recovery-codes-left-out = { $count ->
    [zero] لا تُستبعد أي أسطر
    [one] يُستبعد سطر واحد
    [two] يُستبعد سطران
    [few] تُستبعد { $count } أسطر
    [many] يُستبعد { $count } سطرًا
   *[other] يُستبعد { $count } سطر
}
recovery-codes-keep = { $count ->
    [zero] حفظ { $count } رمز
    [one] حفظ رمز واحد
    [two] حفظ رمزين
    [few] حفظ { $count } رموز
    [many] حفظ { $count } رمزًا
   *[other] حفظ { $count } رمز
}
recovery-codes-print-title = رموز الاسترداد لحساب { $name }
recovery-codes-print-lead = يعمل كل رمز مرة واحدة. احفظ هذه الورقة بعيدًا عن الكمبيوتر والهاتف.
recovery-codes-print-date = طُبعت في { $date }

## فتح القفل

unlock-title = فتح قفل { -brand }
unlock-button = فتح القفل
unlock-busy = جارٍ الفتح…
unlock-links = { $count ->
    [zero] افتح القفل أولًا.
    [one] افتح القفل أولًا. ثم ترى حساب الرابط الذي فتحته.
    [two] افتح القفل أولًا. ثم ترى حسابات الرابطين اللذين فتحتهما.
    [few] افتح القفل أولًا. ثم ترى حسابات الروابط التي فتحتها، وعددها { $count }.
    [many] افتح القفل أولًا. ثم ترى حسابات الروابط التي فتحتها، وعددها { $count }.
   *[other] افتح القفل أولًا. ثم ترى حسابات الروابط التي فتحتها، وعددها { $count }.
}
unlock-wrong = كلمة المرور هذه غير صحيحة.
unlock-wait = انتظر { $seconds } ث قبل المحاولة التالية.
unlock-forgot = هل نسيت كلمة المرور؟
unlock-recovery-title = الفتح بمفتاح الاسترداد
unlock-recovery-lead = اكتب المفتاح من نسختك، واختر كلمة مرور جديدة.
unlock-recovery-key = مفتاح الاسترداد
unlock-recovery-key-hint = لا بأس بالمسافات والشرطات والحروف الصغيرة.
unlock-recovery-open = الفتح وتعيين كلمة المرور الجديدة
unlock-pin = رقم PIN
unlock-pin-password = استخدام كلمة المرور
unlock-keychain = الفتح بسلسلة مفاتيح هذا الكمبيوتر

## تعذّر استخدام الملف

damaged-title = ملف الحسابات تالف
damaged-newer-title = ملف الحسابات أحدث من { -brand } المثبّت هنا
damaged-unopened-title = تعذّر فتح ملف الحسابات
damaged-unopened-lead = يبقى الملف كما هو، ولا يُكتب فيه شيء.
damaged-lead = تعذّرت قراءته. يبقى الملف كما هو، ولا يُكتب فيه شيء.
damaged-newer-lead = كتبه إصدار أحدث لا يستطيع هذا الإصدار قراءته. يبقى الملف كما هو، ولا يُكتب فيه شيء.
damaged-lead-good = تعذّرت قراءته. نسخك الاحتياطية سليمة، فلم يضع شيء.
damaged-backups = النسخ الاحتياطية
damaged-backup-whole = سليمة
damaged-backup-broken = لا يمكن فتحها
damaged-kept = يبقى الملف التالف بجانب الملف المستعاد، تحسبًا للحاجة إليه.
damaged-no-backup = لم يُعثر على نسخة احتياطية سليمة. اختر ملفًا آخر، أو ابدأ من جديد. يبقى الملف التالف محفوظًا.
damaged-restore = استعادة هذه النسخة الاحتياطية
damaged-choose = اختيار ملف آخر
damaged-start-again = البدء من جديد
damaged-newer-do = ثبّت الإصدار الأحدث، ثم افتح رموزك به.
missing-title = ملف الحسابات غير موجود
missing-lead = كان هنا بعد بدء تشغيل { -brand }. لن يُنشأ ملف جديد مكانه.
damaged-retry = إعادة المحاولة

## النسخ الأخرى من الملف

merged-from = دُمجت التغييرات من { $copies }.
merged-second-keys =
    { $count ->
        [zero] لا يوجد حساب له مفتاح مختلف في كل نسخة.
        [one] لحساب واحد مفتاح مختلف في كل نسخة. احتُفظ بهما، ووُضعت على الثاني العبارة «مفتاح آخر».
        [two] لحسابين مفتاح مختلف في كل نسخة. احتُفظ بالمفتاحين لكل حساب، ووُضعت على الثاني العبارة «مفتاح آخر».
        [few] لعدد { $count } من الحسابات مفتاح مختلف في كل نسخة. احتُفظ بالمفتاحين لكل حساب، ووُضعت على الثاني العبارة «مفتاح آخر».
        [many] لعدد { $count } من الحسابات مفتاح مختلف في كل نسخة. احتُفظ بالمفتاحين لكل حساب، ووُضعت على الثاني العبارة «مفتاح آخر».
       *[other] لعدد { $count } من الحسابات مفتاح مختلف في كل نسخة. احتُفظ بالمفتاحين لكل حساب، ووُضعت على الثاني العبارة «مفتاح آخر».
    }
    .hint = جرّب رمزًا من كل منهما على الموقع، ثم احذف المفتاح المرفوض.
error-use-older = استخدام هذا الملف

## البحث السريع

quick-title = البحث السريع
quick-lately = المستخدمة مؤخرًا
quick-suited = للنافذة التي كنت فيها
quick-first = حساباتك
quick-foot = مفتاح Enter ينسخ ويخفي هذه النافذة
quick-ending = رمز جديد بعد { $seconds } ث
quick-waiting = في انتظار الرمز الجديد…
quick-next = التالي
quick-copy-next = نسخ التالي
quick-copy-this = نسخ هذا
quick-again = نسخ مرة أخرى
quick-type = كتابته
quick-actions = الإجراءات
quick-locked = مقفل
quick-locked-lead = افتح القفل، ثم تابع البحث.
quick-unlock = فتح القفل
quick-close = إغلاق
quick-busy = الحافظة مشغولة. اضغط Enter مرة أخرى.
quick-empty = لا توجد حسابات بعد.
quick-empty-open = فتح { -brand }

## النافذة المحيطة بالرموز

nav-label = القائمة الرئيسية
nav-all = كل الرموز
nav-favourites = المفضّلة
nav-tags = الوسوم
nav-deleted = المحذوفات
nav-backup = نسخ احتياطي
nav-move = الانتقال من { $app }
nav-lock = قفل
nav-menu = القائمة
codes-search = البحث في الحسابات
codes-search-empty = بحث
codes-search-placeholder = { $total ->
    [zero] لا حسابات للبحث فيها
    [one] البحث في حساب واحد
    [two] البحث في حسابين
    [few] البحث في { $total } حسابات
    [many] البحث في { $total } حسابًا
   *[other] البحث في { $total } حساب
}
codes-count = { $found } من { $total }
codes-list = الرموز
codes-add = إضافة
codes-add-label = إضافة حساب
codes-nothing = لا يوجد حساب يطابق «{ $query }»
codes-nothing-hint = تحقق من الكتابة، أو أضفه كحساب جديد.
codes-nothing-clear = مسح البحث
codes-none-here = لا شيء هنا بعد
codes-none-favourites = اضغط <k>Ctrl D</k> على حساب لإضافته إلى المفضّلة.
codes-none-tag = لا يوجد حساب بهذا الوسم الآن.
codes-said-hits = { $found } من { $total }. { $label }.
codes-said-copied = { $seconds ->
    [zero] تم النسخ. تُمسح الحافظة الآن.
    [one] تم النسخ. تُمسح الحافظة بعد ثانية واحدة.
    [two] تم النسخ. تُمسح الحافظة بعد ثانيتين.
    [few] تم النسخ. تُمسح الحافظة بعد { $seconds } ثوانٍ.
    [many] تم النسخ. تُمسح الحافظة بعد { $seconds } ثانية.
   *[other] تم النسخ. تُمسح الحافظة بعد { $seconds } ثانية.
}
codes-said-code = { $seconds ->
    [zero] { $spelled }. انتهى الوقت.
    [one] { $spelled }. بقيت ثانية واحدة.
    [two] { $spelled }. بقيت ثانيتان.
    [few] { $spelled }. بقي من الوقت { $seconds } ثوانٍ.
    [many] { $spelled }. بقي من الوقت { $seconds } ثانية.
   *[other] { $spelled }. بقي من الوقت { $seconds } ثانية.
}
codes-said-counter = { $spelled }.
codes-said-hidden = الرموز مخفية.
codes-said-shown = الرموز ظاهرة.
empty-title = أضف حسابك الأول
empty-lead = افتح على الموقع إعداد تسجيل الدخول بخطوتين والتقط لقطة شاشة لرمز QR. ثم اضغط <k>Ctrl V</k> هنا.
empty-files = اختيار ملفات
empty-drop = أو أفلت لقطات الشاشة في أي مكان
empty-type = كتابة المفتاح
row-favourite-name = { $label }، في المفضّلة
row-recovery-left = { $count ->
    [zero] لم يبقَ أي رمز استرداد
    [one] بقي رمز استرداد واحد
    [two] بقي رمزا استرداد
    [few] بقيت { $count } رموز استرداد
    [many] بقي { $count } رمز استرداد
   *[other] بقي { $count } رمز استرداد
}
row-new = جديد
row-favourite = في المفضّلة
row-next = التالي
row-copied = تم النسخ
row-next-copied = نُسخ التالي
row-seconds = { $seconds } ث
row-used = { $count ->
    [zero] لم يُستخدم بعد
    [one] استُخدم مرة واحدة
    [two] استُخدم مرتين
    [few] استُخدم { $count } مرات
    [many] استُخدم { $count } مرة
   *[other] استُخدم { $count } مرة
}
row-new-code = رمز جديد
row-counter = الرمز { $count }
row-damaged = المفتاح تالف
row-fix = إصلاح
row-fix-name = إصلاح مفتاح { $name }
row-damaged-list = حسابات مفتاحها تالف

## شريط الإجراءات

bar-label = الإجراءات
bar-copy = نسخ
bar-copy-next = نسخ التالي
bar-copy-again = نسخ مرة أخرى
bar-actions = الإجراءات
bar-clear = مسح
bar-add = إضافة
bar-none = لا حسابات بعد
bar-no-results = لا نتائج
bar-account = <b>{ $name }</b> · { $account }
bar-name = <b>{ $name }</b>
bar-ending = <b>{ $name }</b> · رمز جديد بعد { $seconds } ث
bar-copied = <b>تم النسخ.</b> تُمسح الحافظة بعد { $seconds } ث
bar-clear-now = المسح الآن
bar-undo = تراجع
bar-recovery = لم يُحفظ مفتاح الاسترداد بعد.
bar-recovery-save = حفظه
bar-recovery-short = حفظ مفتاح الاسترداد
status-added = { $count ->
    [zero] لم يُضف أي حساب.
    [one] أُضيف حساب واحد.
    [two] أُضيف حسابان.
    [few] أُضيف { $count } حسابات.
    [many] أُضيف { $count } حسابًا.
   *[other] أُضيف { $count } حساب.
}
status-saved = حُفظ { $name }.
status-fixed = عاد المفتاح إلى { $name }.
status-favourite = { $name } في المفضّلة الآن.
status-unfavourite = لم يعد { $name } في المفضّلة.
status-deleted = حُذف { $name }.
status-restored = عاد { $name }.
status-undone-added = { $count ->
    [zero] تم التراجع: لا حسابات مضافة.
    [one] تم التراجع: لم يعد الحساب مضافًا.
    [two] تم التراجع: لم يعد الحسابان مضافين.
    [few] تم التراجع عن إضافة { $count } حسابات.
    [many] تم التراجع عن إضافة { $count } حسابًا.
   *[other] تم التراجع عن إضافة { $count } حساب.
}
status-deleted-many = { $count ->
    [zero] لم يُحذف أي حساب.
    [one] حُذف حساب واحد.
    [two] حُذف حسابان.
    [few] حُذف { $count } حسابات.
    [many] حُذف { $count } حسابًا.
   *[other] حُذف { $count } حساب.
}
status-moved = { $name } في الموضع { $place } الآن.
status-tagged = { $count ->
    [zero] لا حساب عليه الوسم { $tag }.
    [one] أُضيف الوسم { $tag } إلى حساب واحد.
    [two] أُضيف الوسم { $tag } إلى حسابين.
    [few] أُضيف الوسم { $tag } إلى { $count } حسابات.
    [many] أُضيف الوسم { $tag } إلى { $count } حسابًا.
   *[other] أُضيف الوسم { $tag } إلى { $count } حساب.
}
status-undone-moved = عاد الحساب إلى مكانه.
status-undone-tagged = عادت الوسوم كما كانت.
status-undone-codes = عادت رموز الاسترداد كما كانت.
status-undone-nothing = لا يوجد ما يمكن التراجع عنه.
status-undone-edited = تم التراجع عن التغيير.
status-undone-removed = { $count ->
    [zero] لم يرجع أي حساب.
    [one] عاد حساب واحد.
    [two] عاد حسابان.
    [few] عاد { $count } حسابات.
    [many] عاد { $count } حسابًا.
   *[other] عاد { $count } حساب.
}
status-undone-restored = { $count ->
    [zero] لم يرجع أي حساب إلى المحذوفات.
    [one] رجع حساب واحد إلى المحذوفات.
    [two] رجع حسابان إلى المحذوفات.
    [few] رجع { $count } حسابات إلى المحذوفات.
    [many] رجع { $count } حسابًا إلى المحذوفات.
   *[other] رجع { $count } حساب إلى المحذوفات.
}
status-clipboard-empty = الحافظة فارغة.

## إجراءات الحساب

codes-marked = { $count ->
    [zero] لا حسابات محددة
    [one] حساب واحد محدد
    [two] حسابان محددان
    [few] الحسابات المحددة: { $count }
    [many] الحسابات المحددة: { $count }
   *[other] الحسابات المحددة: { $count }
}
codes-unmark = إلغاء التحديد
codes-order-first = لنقل الحسابات، اختر «ترتيبي الخاص» في الإعدادات، المظهر.
codes-order-all = لنقل الحسابات، اعرضها كلها دون بحث.
many-label = { $count ->
    [zero] لا إجراءات
    [one] إجراءات لحساب واحد
    [two] إجراءات لحسابين
    [few] إجراءات لـ { $count } حسابات
    [many] إجراءات لـ { $count } حسابًا
   *[other] إجراءات لـ { $count } حساب
}
many-tag = إضافة وسم…
many-tag-title = { $count ->
    [zero] إضافة وسم
    [one] إضافة وسم إلى حساب واحد
    [two] إضافة وسم إلى حسابين
    [few] إضافة وسم إلى { $count } حسابات
    [many] إضافة وسم إلى { $count } حسابًا
   *[other] إضافة وسم إلى { $count } حساب
}
many-tag-name = الوسم
many-tag-do = إضافة الوسم
many-export = نسخ احتياطي أو تصدير…
clock-slow = ساعة الكمبيوتر متأخرة { $amount }، فقد ترفض المواقع الرموز.
clock-fast = ساعة الكمبيوتر متقدمة { $amount }، فقد ترفض المواقع الرموز.
clock-seconds = { $count } ث
clock-minutes = { $count } د
clock-hours = { $count } س
clock-fix = ضبط الساعة
actions-label = إجراءات { $name }
actions-find = البحث عن إجراء
actions-none = لا يوجد إجراء كهذا
actions-copy = نسخ الرمز
actions-copy-next = نسخ الرمز التالي
actions-new-code = رمز جديد
actions-large = عرض كبير
actions-favourite = إضافة إلى المفضّلة
actions-unfavourite = إزالة من المفضّلة
actions-edit = تحرير
actions-tags = تعيين الوسوم
actions-reveal = عرض رمز QR
actions-phone = نقل إلى هاتفي
actions-recovery = رموز الاسترداد
actions-recovery-left = رموز الاسترداد (بقي { $count })
actions-delete = حذف
large-next = التالي
large-read = قراءة بصوت عالٍ
large-copy = نسخ
reveal-title = المفتاح ورمز QR
reveal-lead = من يرى المفتاح يستطيع إنشاء رموزك لحساب <b>{ $name }</b>. اكتب كلمة المرور من فضلك.
reveal-show = عرض
reveal-done = تم
reveal-qr = رمز QR لهذا الحساب
reveal-key = المفتاح
reveal-hides = { $seconds ->
    [zero] يُخفى الآن.
    [one] يُخفى بعد ثانية واحدة.
    [two] يُخفى بعد ثانيتين.
    [few] يُخفى بعد { $seconds } ثوانٍ.
    [many] يُخفى بعد { $seconds } ثانية.
   *[other] يُخفى بعد { $seconds } ثانية.
}

## الإضافة

add-title = إضافة حساب
add-drop = أفلت لقطات الشاشة هنا
add-drop-hint = واحدة أو أكثر. يُعثر على كل رمز QR فيها.
add-paste = لصق
add-paste-hint = صورة أو رابط إعداد
add-paste-found = عُثر على صورة
add-capture = التقاط الشاشة
add-capture-hint = يجده في أي مكان عليها
add-files = اختيار ملفات
add-files-hint = واحد أو أكثر
add-type = كتابة المفتاح
add-type-hint = أو رابط إعداد
add-paste-text = في الحافظة نص، لكنه ليس رابط إعداد.
add-private = تُقرأ الصور على هذا الكمبيوتر فقط
add-moving = هل تنتقل من تطبيق آخر؟
add-import = استيراد نسخته الاحتياطية
capture-why = سيطلب نظامك السماح لتطبيق { -brand } برؤية الشاشة. تُقرأ الصورة مرة واحدة ولا تُحفظ.
capture-refused = التقاط الشاشة غير مسموح به لتطبيق { -brand }
capture-settings = فتح إعدادات النظام
capture-paste = لصق لقطة شاشة بدلًا من ذلك
drop-title = { $count ->
    [zero] أفلت لقطات الشاشة لإضافتها
    [one] أفلت لقطة الشاشة لإضافتها
    [two] أفلت لقطتي الشاشة لإضافتهما
    [few] أفلت { $count } لقطات شاشة لإضافتها
    [many] أفلت { $count } لقطة شاشة لإضافتها
   *[other] أفلت { $count } لقطة شاشة لإضافتها
}
drop-title-files = { $count ->
    [zero] أفلت الملفات لإضافتها
    [one] أفلت الملف لإضافته
    [two] أفلت الملفين لإضافتهما
    [few] أفلت { $count } ملفات للإضافة
    [many] أفلت { $count } ملفًا للإضافة
   *[other] أفلت { $count } ملف للإضافة
}
drop-hint = تختار ما يبقى قبل حفظ أي شيء.
drop-locked-title = افتح القفل أولًا، ثم أفلت مرة أخرى.
reading-title = { $total ->
    [zero] جارٍ قراءة لقطات الشاشة…
    [one] جارٍ قراءة لقطة شاشة واحدة…
    [two] جارٍ قراءة لقطتي شاشة…
    [few] جارٍ قراءة { $total } لقطات شاشة…
    [many] جارٍ قراءة { $total } لقطة شاشة…
   *[other] جارٍ قراءة { $total } لقطة شاشة…
}
reading-title-files = { $total ->
    [zero] جارٍ قراءة الملفات…
    [one] جارٍ قراءة ملف واحد…
    [two] جارٍ قراءة ملفين…
    [few] جارٍ قراءة { $total } ملفات…
    [many] جارٍ قراءة { $total } ملفًا…
   *[other] جارٍ قراءة { $total } ملف…
}
reading-label = الملفات المقروءة
reading-count = { $done } من { $total }
reading-found = { $found ->
    [zero] لم يُعثر على أي حساب حتى الآن.
    [one] عُثر على حساب واحد حتى الآن.
    [two] عُثر على حسابين حتى الآن.
    [few] عُثر على { $found } حسابات حتى الآن.
    [many] عُثر على { $found } حسابًا حتى الآن.
   *[other] عُثر على { $found } حساب حتى الآن.
}
reading-now = تجري قراءة { $name }…
reading-stop = إيقاف
confirm-title = هل تريد إضافة هذا الحساب؟
confirm-picture = الصورة التي عُثر عليه فيها
confirm-from-clipboard = من الحافظة
confirm-from-files = من ملفك
confirm-from-drop = من لقطة الشاشة
confirm-from-screen = من شاشتك
confirm-from-link = من الرابط الذي فتحته
confirm-name = الاسم
confirm-name-missing = لأي موقع هذا الحساب؟
confirm-account = الحساب
confirm-code = الرمز الآن
confirm-digits = { $digits ->
    [zero] بلا أرقام
    [one] رقم واحد
    [two] رقمان
    [few] { $digits } أرقام
    [many] { $digits } رقمًا
   *[other] { $digits } رقم
}
confirm-period = كل { $period } ث
confirm-counter = بعدّاد
confirm-steam = لتطبيق Steam
confirm-changed = لديك حساب <b>{ $name }</b> بمفتاح آخر. سيُحتفظ بهما معًا.
confirm-trashed = هذا الحساب في المحذوفات، وستتم استعادته.
confirm-add = إضافة الحساب
confirm-add-copy = إضافة ونسخ الرمز
review-title = { $count ->
    [zero] لا حسابات جديدة
    [one] حساب جديد واحد
    [two] حسابان جديدان
    [few] { $count } حسابات جديدة
    [many] { $count } حسابًا جديدًا
   *[other] { $count } حساب جديد
}
review-title-pictures = { $count ->
    [zero] لا حسابات جديدة
    [one] حساب جديد واحد
    [two] حسابان جديدان
    [few] { $count } حسابات جديدة
    [many] { $count } حسابًا جديدًا
   *[other] { $count } حساب جديد
} { $pictures ->
    [zero] في لقطات الشاشة
    [one] في لقطة شاشة واحدة
    [two] في لقطتي شاشة
    [few] في { $pictures } لقطات شاشة
    [many] في { $pictures } لقطة شاشة
   *[other] في { $pictures } لقطة شاشة
}
review-title-backup = { $count ->
    [zero] لا حسابات جديدة في نسخة { $app } الاحتياطية
    [one] حساب جديد واحد في نسخة { $app } الاحتياطية
    [two] حسابان جديدان في نسخة { $app } الاحتياطية
    [few] { $count } حسابات جديدة في نسخة { $app } الاحتياطية
    [many] { $count } حسابًا جديدًا في نسخة { $app } الاحتياطية
   *[other] { $count } حساب جديد في نسخة { $app } الاحتياطية
}
review-already = { $count ->
    [zero] لا شيء منها موجود هنا من قبل.
    [one] واحد منها موجود هنا من قبل.
    [two] اثنان منها موجودان هنا من قبل.
    [few] { $count } منها موجودة هنا من قبل.
    [many] { $count } منها موجودة هنا من قبل.
   *[other] { $count } منها موجودة هنا من قبل.
}
review-unread = { $count ->
    [zero] لم تتعذر قراءة شيء.
    [one] تعذّرت قراءة واحد منها.
    [two] تعذّرت قراءة اثنين منها.
    [few] تعذّرت قراءة { $count } منها.
    [many] تعذّرت قراءة { $count } منها.
   *[other] تعذّرت قراءة { $count } منها.
}
review-problem = تعذّرت قراءة { $name }
review-problem-unnamed = تعذّرت قراءة جزء واحد
review-more-problems = { $count ->
    [zero] عرض كل ما تعذّرت قراءته
    [one] عرض جزء آخر تعذّرت قراءته
    [two] عرض جزأين آخرين تعذّرت قراءتهما
    [few] عرض { $count } أجزاء أخرى تعذّرت قراءتها
    [many] عرض { $count } جزءًا آخر تعذّرت قراءتها
   *[other] عرض { $count } جزء آخر تعذّرت قراءتها
}
review-note = مع ملاحظة
review-favourite = في المفضّلة
review-show = إظهار
review-hide = إخفاء
review-picture = الصورة التي تعذّرت قراءتها
review-selected = تم تحديد { $count } من { $total }
review-select-all = تحديد الكل
review-tag = إضافة وسم إليها
review-no-tag = بلا وسم
review-already-here = موجود هنا من قبل
review-same-name = الاسم نفسه
review-was-deleted = في المحذوفات
review-twice = عُثر عليه مرتين
review-unusual = ملاحظة
review-what = ماذا تفعل بحساب { $name }
review-keep-both = الاحتفاظ بهما
review-replace = استبدال
review-rename = تغيير الاسم
review-rename-name = الاسم
review-rename-account = الحساب
review-add = { $count ->
    [zero] لا شيء للإضافة
    [one] إضافة حساب واحد
    [two] إضافة حسابين
    [few] إضافة { $count } حسابات
    [many] إضافة { $count } حسابًا
   *[other] إضافة { $count } حساب
}
review-close = إغلاق
nothing-title = لا يوجد رمز QR في هذه الصورة
nothing-title-screens = لا يوجد رمز QR على شاشاتك
nothing-which = الشاشة
nothing-stopped-title = أُوقفت القراءة
nothing-stopped = لم يُعثر على أي حساب حتى الإيقاف. ما تبقى لم يُقرأ.
nothing-tip-whole = أظهر الرمز كاملًا
nothing-tip-whole-how = مع قليل من البياض حول حوافه الأربع.
nothing-tip-bigger = كبّره
nothing-tip-bigger-how = كبّر العرض على الموقع، ثم التقط الصورة مرة أخرى.
nothing-tip-sharp = تجنّب الوهج والضبابية
nothing-tip-sharp-how = لقطة الشاشة أفضل من الصورة الملتقطة بالكاميرا.
nothing-text-key = تعرض المواقع المفتاح كنص أيضًا، غالبًا تحت <b>«تعذّر المسح الضوئي؟»</b>. يمكنك كتابته بدلًا من ذلك.
nothing-picture = الصورة
nothing-type = كتابة المفتاح
nothing-mark = تحديد الرمز يدويًا
mark-hint = ارسم بالسحب مربعًا حول الرمز: تُعاد قراءة هذا الجزء فقط. مفاتيح الأسهم تحرّك المربع، ومع Shift تغيّر حجمه. مفتاح Enter يقرأ، ومفتاح Escape يرجع.
mark-box = مربع حول الرمز
mark-place = من { $left } إلى { $right } % أفقيًا، ومن { $top } إلى { $bottom } % عموديًا
mark-read = قراءة هذا الجزء
mark-reading = جارٍ القراءة…
mark-back = رجوع
mark-none = لا يوجد رمز QR في هذا المربع. ارسمه حول الرمز كاملًا، مع قليل من البياض.
nothing-another = اختيار ملف آخر
key-title = كتابة المفتاح
key-name = الاسم
key-account = الحساب
key-key = المفتاح
key-key-hint = لا بأس بالمسافات والشرطات والحروف الصغيرة. ويصلح رابط الإعداد أيضًا.
key-show = إظهار المفتاح
key-hide = إخفاء المفتاح
key-more = خيارات أخرى
key-type = النوع
key-type-totp = بالوقت
key-type-hotp = بعدّاد
key-type-steam = Steam
key-type-motp = mOTP، مع رقم PIN
key-type-yandex = Yandex، مع رقم PIN
key-pin = رقم PIN
key-digits = عدد الأرقام
key-period = كل
key-period-seconds = { $seconds } ث
key-counter = العدّاد
key-method = الخوارزمية
key-code = الرمز الآن. قارنه بالموقع قبل الإضافة.
key-duplicate = هذا المفتاح موجود هنا من قبل.
key-trashed = هذا المفتاح في المحذوفات، وستتم استعادته.
key-add = إضافة الحساب
key-fix-title = كتابة المفتاح من جديد
key-fix-lead = يبقى كل شيء آخر في هذا الحساب كما هو. إن لم يعد الموقع يعرض المفتاح، فأعِد إعداد تسجيل الدخول بخطوتين فيه.
key-fix = حفظ المفتاح

## الاستيراد من تطبيق آخر

import-title = استيراد من تطبيق آخر
import-lead = ترى كل حساب قبل إضافة أي شيء.
import-drop = أفلت نسخته الاحتياطية هنا
import-drop-hint = ملف أو مجلد. يُعرف نوعه من محتواه.
import-file = اختيار ملف
import-folder = اختيار مجلد
import-change = تغيير
import-pasted = نص ملصق
import-locked = نسخة { $app } احتياطية، مقفلة بكلمة مرور
import-backup = نسخة { $app } احتياطية
import-unknown = غير معروف
import-described = { $what } · { $size }
import-files = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفًا
   *[other] { $count } ملف
}
import-password = كلمة مرور تلك النسخة الاحتياطية
import-password-hint = التي اخترتها في { $app }. تُستخدم مرة واحدة ولا تُحفظ.
import-wrong = ليست هذه كلمة مرور هذه النسخة الاحتياطية. إنها الكلمة التي اخترتها في { $app }.
import-key-file-hint = فقط إذا عُيّن ملف مفتاح بجانب كلمة المرور.
import-key-file-choose = اختيار ملف المفتاح
import-open = فتح النسخة الاحتياطية
import-opening = جارٍ الفتح…
import-opening-seconds = { $seconds ->
    [zero] جارٍ الفتح، يوشك أن ينتهي
    [one] جارٍ الفتح، بقيت ثانية واحدة تقريبًا
    [two] جارٍ الفتح، بقيت ثانيتان تقريبًا
    [few] جارٍ الفتح، بقي نحو { $seconds } ثوانٍ
    [many] جارٍ الفتح، بقي نحو { $seconds } ثانية
   *[other] جارٍ الفتح، بقي نحو { $seconds } ثانية
}
import-opening-label = مدى التقدم في فتح النسخة الاحتياطية
import-reading-entries = جارٍ قراءة الحسابات…
import-which = أي تطبيق أنشأها؟
import-which-none = اختر التطبيق
import-how = طريقة الحصول عليها: { $app }
import-works = يعمل مع النسخ الاحتياطية من
import-works-more = { $count ->
    [zero] ولا شيء غيرها
    [one] وتطبيق آخر
    [two] وتطبيقين آخرين
    [few] و{ $count } غيرها
    [many] و{ $count } غيرها
   *[other] و{ $count } غيرها
}
import-nothing = تطبيقي لا يقدّم نسخة احتياطية

## النسخ الاحتياطي والمغادرة

export-title = النسخ الاحتياطي لحساباتك
export-kind = نوع النسخة الاحتياطية
export-own = نسخة { -brand } احتياطية
export-own-hint = كل شيء، مقفل بكلمة مرور. الأفضل للحفظ الآمن.
export-recommended = موصى به
export-app = ملف مقفل لتطبيق آخر
export-app-hint = يُفتح بكلمة مرور في Aegis و2FAS وEnte Auth وKeePass وغيرها.
export-codes = رموز QR
export-codes-hint = للمسح الضوئي بالهاتف أو للطباعة.
export-plain = قائمة غير مقفلة
export-plain-hint = غير مقفلة. من لديه الملف يستطيع الدخول إلى حساباتك.
export-unprotected = غير محمي
export-format = لأي تطبيق
export-form = بأي شكل
export-screen = على هذه الشاشة، لهاتفي
export-screen-parts = على هذه الشاشة، لتطبيق Google Authenticator
export-accounts = الحسابات
export-all = { $count ->
    [zero] لا حسابات
    [one] الكل، حساب واحد
    [two] الكل، حسابان
    [few] الكل، { $count } حسابات
    [many] الكل، { $count } حسابًا
   *[other] الكل، { $count } حساب
}
export-favourites = المفضّلة ({ $count })
export-tag = { $name } ({ $count })
export-choose = اختيار…
export-chosen = الحسابات المشمولة
export-chosen-count = تم اختيار { $count } من { $total }
export-lab = حسابات التدريب من مختبر الاختبار أيضًا ({ $count })
export-lock = القفل بواسطة
export-lock-own = كلمة مرور { -brand } الخاصة بي
export-lock-other = كلمة مرور أخرى
export-password = كلمة مرور { -brand } الخاصة بك
export-password-hint = تُطلب كلما خرجت المفاتيح من التطبيق.
export-understood = أدرك أن من لديه هذا الملف يستطيع الدخول.
export-count = { $count ->
    [zero] لا يمكن لأي حساب أن يكون في هذا الملف
    [one] سيكون فيه حساب واحد
    [two] سيكون فيه حسابان
    [few] سيكون فيه { $count } حسابات
    [many] سيكون فيه { $count } حسابًا
   *[other] سيكون فيه { $count } حساب
}
export-left-out = { $count ->
    [zero] لن يُستبعد أي حساب
    [one] حساب واحد لا يمكن أن يكون فيه
    [two] حسابان لا يمكن أن يكونا فيه
    [few] { $count } حسابات لا يمكن أن تكون فيه
    [many] { $count } حسابًا لا يمكن أن تكون فيه
   *[other] { $count } حساب لا يمكن أن تكون فيه
}
export-left-out-one = <b>{ $name }</b>: { $reason }
export-loses = { $what } <b>{ $names }</b>
export-names-more = { $count ->
    [zero] { $names }
    [one] { $names } وواحد آخر
    [two] { $names } واثنان آخران
    [few] { $names } و{ $count } غيرها
    [many] { $names } و{ $count } غيرها
   *[other] { $names } و{ $count } غيرها
}
export-after = بعد الحفظ، يُفتح الملف مرة أخرى للتحقق منه.
export-save = حفظ النسخة الاحتياطية
export-show = عرض رموز QR
export-saving = جارٍ الحفظ…
export-done = { $count ->
    [zero] تم الحفظ والتحقق: لا حسابات.
    [one] تم الحفظ والتحقق: حساب واحد.
    [two] تم الحفظ والتحقق: حسابان.
    [few] تم الحفظ والتحقق: { $count } حسابات.
    [many] تم الحفظ والتحقق: { $count } حسابًا.
   *[other] تم الحفظ والتحقق: { $count } حساب.
}
export-done-file = { $files ->
    [zero] { $name }
    [one] { $name }
    [two] { $name } وملف آخر
    [few] { $name } و{ $more } غيره
    [many] { $name } و{ $more } غيره
   *[other] { $name } و{ $more } غيره
}
export-done-plain = من لديه هذا الملف يستطيع الدخول. احذفه عندما لا تعود بحاجة إليه.
export-close = تم

## على الهاتف

phone-title = نقل إلى هاتفي
phone-way = الطريقة
phone-one-each = رمز QR لكل حساب
phone-parts = رموز النقل في Google Authenticator
phone-place = { $index } من { $total }
phone-scan-one = امسح هذا ضوئيًا بهاتفك: <b>{ $name }</b>
phone-scan-parts = { $count ->
    [zero] اختر الاستيراد في Google Authenticator وامسح هذا ضوئيًا. لا يحتوي على حسابات.
    [one] اختر الاستيراد في Google Authenticator وامسح هذا ضوئيًا. يحتوي على حساب واحد.
    [two] اختر الاستيراد في Google Authenticator وامسح هذا ضوئيًا. يحتوي على حسابين.
    [few] اختر الاستيراد في Google Authenticator وامسح هذا ضوئيًا. يحتوي على { $count } حسابات.
    [many] اختر الاستيراد في Google Authenticator وامسح هذا ضوئيًا. يحتوي على { $count } حسابًا.
   *[other] اختر الاستيراد في Google Authenticator وامسح هذا ضوئيًا. يحتوي على { $count } حساب.
}
phone-qr = رمز QR للمسح الضوئي
phone-next = التالي
phone-back = رجوع
phone-to-check = التحقق من رمز
phone-check-lead = اختر حسابًا واكتب الرمز الذي يعرضه هاتفك له الآن.
phone-check-account = الحساب
phone-check-code = الرمز على الهاتف
phone-check = تحقق
phone-done = تم
phone-right = صحيح. هاتفك ينشئ الرموز نفسها.
phone-wrong-ahead = ساعة هاتفك متقدمة بمقدار { $time }. فعّل الوقت التلقائي فيه.
phone-wrong-behind = ساعة هاتفك متأخرة بمقدار { $time }. فعّل الوقت التلقائي فيه.
phone-wrong-algorithm = يستخدم هاتفك { $name } لهذا الحساب، والموقع يستخدم خوارزمية أخرى. اختر تطبيقًا يمكنه تغييرها، أو عيّنها فيه يدويًا.
phone-wrong-digits = { $digits ->
    [zero] ينشئ هاتفك لهذا الحساب رموزًا بلا أرقام، بخلاف الموقع. عيّن عددها فيه يدويًا.
    [one] ينشئ هاتفك لهذا الحساب رموزًا من رقم واحد، بخلاف الموقع. عيّن عددها فيه يدويًا.
    [two] ينشئ هاتفك لهذا الحساب رموزًا من رقمين، بخلاف الموقع. عيّن عددها فيه يدويًا.
    [few] ينشئ هاتفك لهذا الحساب رموزًا من { $digits } أرقام، بخلاف الموقع. عيّن عددها فيه يدويًا.
    [many] ينشئ هاتفك لهذا الحساب رموزًا من { $digits } رقمًا، بخلاف الموقع. عيّن عددها فيه يدويًا.
   *[other] ينشئ هاتفك لهذا الحساب رموزًا من { $digits } رقم، بخلاف الموقع. عيّن عددها فيه يدويًا.
}
phone-wrong-period = ينشئ هاتفك رمزًا جديدًا كل { $period } ث لهذا الحساب، بخلاف الموقع. عيّن المدة فيه يدويًا.
phone-wrong-plain = لم يأخذ هاتفك إعدادات هذا الحساب. لا يستطيع تطبيقه إنشاء هذه الرموز.
phone-wrong-counter = هاتفك عند الرمز { $counter } من هذا الحساب، وليس عند الرمز نفسه كما هنا. عيّن العدّاد فيه يدويًا.
phone-wrong-unknown = ليس هذا رمزًا لهذا الحساب. تأكد من الحساب، وامسح رمز QR الخاص به ضوئيًا مرة أخرى.
phone-seconds = { $count ->
    [zero] أقل من ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
phone-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
phone-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}

## الانتقال من تطبيق لا يعطي شيئًا

move-title = الانتقال من { $app }
move-new-title = الانتقال موقعًا بعد موقع
move-new-lead = بعض التطبيقات لا تعطي مفاتيحها لأحد. عندئذ يعطيك كل موقع مفتاحًا جديدًا. تُحفظ القائمة حتى تنتهي.
move-app = أي تطبيق
move-app-other = تطبيق آخر
move-app-name = اسمه
move-list = مواقعك، موقع في كل سطر
move-list-hint = اكتبها من قائمة التطبيق أو الصقها. الاسم بين القوسين هو الحساب: Bytebase (me@example.com)
move-begin = إنشاء القائمة
move-progress = أُنجز { $done } من { $total }
move-progress-label = المواقع المنجزة
move-how = سجّل الدخول إلى { $name } بالرمز من { $app }. افتح إعداد تسجيل الدخول بخطوتين، وأعدّ تطبيق المصادقة من جديد. ثم أضف رمز QR الذي يعرضه الموقع.
move-add = إضافة المفتاح الجديد
move-old = الرمز القديم
move-new = الرمز الجديد
move-old-in-app = في { $app }، حتى يقبل الموقع الرمز الجديد
move-new-missing = لم يُضف بعد
move-accepted = قبل الموقع الرمز الجديد
move-take-back = لم يقبله بعد
move-remove = إزالة { $name } من القائمة
move-more = إضافة مواقع أخرى
move-more-add = إضافة إلى القائمة
move-all-done = أُنجزت كل المواقع. يمكنك حذف { $app } الآن، بعد أن تجرّب كل موقع.
move-end = إنهاء الانتقال
move-end-ask = ستُنسى القائمة. تبقى حساباتك.
move-end-yes = نسيان القائمة
move-later = المتابعة لاحقًا
move-waiting = الحساب التالي الذي تضيفه يُعتبر الحساب الجديد في { $name }.

## مختبر الاختبار

lab-title = مختبر الاختبار
lab-note = مواقع تدريبية تعمل <b>على هذا الكمبيوتر فقط</b>. تحاكي طريقة كل نوع من المواقع في إعداد تسجيل الدخول بخطوتين، ولا صلة لها بالمواقع الحقيقية.
lab-sites = المواقع
lab-site-batch = أسلوب Batch
lab-about-batch = رمز QR ومفتاح، ثم رمز واحد للتأكيد
lab-site-bytebase = أسلوب Bytebase
lab-about-bytebase = تشغيل، مسح ضوئي، تأكيد، ثم عشرة رموز استرداد
lab-site-rocketchat = أسلوب Rocket.Chat
lab-about-rocketchat = رموز بالبريد الإلكتروني أولًا، ثم المسح الضوئي ورموز احتياطية
lab-site-deployhq = أسلوب DeployHQ
lab-about-deployhq = موقعان مرتبطان ورمز استرداد واحد
lab-site-infura = أسلوب Infura
lab-about-infura = مسح ضوئي، تأكيد، رمز احتياطي واحد
lab-site-strict = صارم
lab-about-strict = كما تطلب المعايير: لا يعمل أي رمز مرتين
lab-site-own = موقعك
lab-about-own = ملف تعريف كتبته بنفسك
lab-running = يعمل
lab-starting = جارٍ البدء…
lab-stopped = متوقف
lab-start = بدء
lab-start-all = بدء الكل
lab-start-label = بدء { $name }
lab-open = فتح
lab-open-label = فتح { $name } في المتصفح
lab-open-site = فتح الموقع
lab-stop-label = إيقاف { $name }
lab-count = يعمل { $running } من { $total }
lab-toggle = بدء أو إيقاف
lab-open-log = فتح السجل
lab-open-log-label = فتح سجل { $name }
lab-back = الرجوع إلى المواقع
lab-said-site = { $name }، { $state }
lab-progress = التقدم
lab-progress-label = تقدم الخطوات
lab-step-password = الدخول
lab-step-scan = المسح الضوئي
lab-step-confirm = التأكيد
lab-step-codes = حفظ الرموز
lab-step-sign-in = تسجيل الدخول
lab-log = السجل المباشر
lab-log-label = الأحداث
lab-following = متابعة
lab-paused = موقوف مؤقتًا
lab-log-search = البحث في السجل
lab-log-found = { $found } من { $total }
lab-log-pause = إيقاف السجل مؤقتًا
lab-log-save = حفظ السجل
lab-log-saved = حُفظ السجل، بلا مفاتيح ولا رموز.
lab-new-lines = { $count ->
    [zero] لا سطور جديدة
    [one] سطر جديد واحد
    [two] سطران جديدان
    [few] { $count } سطور جديدة
    [many] { $count } سطرًا جديدًا
   *[other] { $count } سطر جديد
}
lab-mark-note = ملاحظة
lab-mark-passed = مقبول
lab-mark-refused = مرفوض
lab-mark-fault = عطل
lab-controls = أدوات التحكم
lab-account = حسابك هنا
lab-account-none = افتح الموقع وسجّل الدخول باسم alice@demo.test وكلمة المرور demo. عندما يعرض رمز QR، أضفه هنا أو كما تضيفه في أي مكان آخر.
lab-account-offer = عرض الموقع رمز QR.
lab-account-add = إضافة إلى حساباتي
lab-account-added = أُضيف بالوسم «مختبر». لا تشمله النسخ الاحتياطية.
lab-account-copy = نسخ
lab-clock = ساعة الموقع
lab-clock-label = ساعة الموقع، بالثواني
lab-clock-right = مضبوطة
lab-clock-ahead = متقدمة { $seconds } ث
lab-clock-behind = متأخرة { $seconds } ث
lab-clock-stands = متوقفة
lab-clock-back-30 = ‎−30 ث
lab-clock-real = الوقت الصحيح
lab-clock-on-30 = ‎+30 ث
lab-clock-stop = إيقاف الساعة
lab-clock-next = الرمز التالي
lab-faults = الأعطال
lab-faults-on = { $count ->
    [zero] لا شيء مفعّل
    [one] واحد مفعّل
    [two] اثنان مفعّلان
    [few] { $count } مفعّلة
    [many] { $count } مفعّلًا
   *[other] { $count } مفعّل
}
lab-fault-late = الرد متأخرًا 3 ث
lab-fault-refuse = رفض أول رمز صحيح
lab-fault-drop = قطع الاتصال مرة واحدة
lab-fault-replay = قبول الرموز المستخدمة مرة أخرى
lab-fault-lock = القفل بعد 3 رموز خاطئة
lab-fault-unclear = رمز QR صغير أو باهت
lab-fault-nameless = الاسم ناقص في رمز QR
lab-fault-spaced = مفتاح فيه مسافات وشرطات
lab-rules = القواعد
lab-rules-digits = عدد الأرقام
lab-rules-period = الثواني
lab-rules-window = النافذة الزمنية
lab-rules-steps = { $from } إلى { $to }
lab-rules-when = تسري النافذة الزمنية فورًا، أما عدد الأرقام والثواني فمن الإعداد التالي.
lab-state = { $faults ->
    [zero] لا أعطال
    [one] عطل واحد مفعّل
    [two] عطلان مفعّلان
    [few] { $faults } أعطال مفعّلة
    [many] { $faults } عطلًا مفعّلًا
   *[other] { $faults } عطل مفعّل
} · الساعة { $clock }
lab-clear = إزالة الأعطال
lab-reset = إعادة ضبط
lab-reset-done = عاد الموقع كما بدأ.
lab-stop = إيقاف الموقع

## الإعدادات

settings-title = الإعدادات
settings-saved = تُحفظ التغييرات فورًا
settings-undone = تم التراجع عن التغيير.
settings-back = الرجوع إلى الرموز
settings-locking = القفل
settings-lock-after = القفل بعد
settings-lock-after-hint = عندما لا يُكتب شيء ولا يُنقر
settings-minutes = { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
settings-hour = ساعة واحدة
settings-never = أبدًا
settings-lock-screen = القفل عند قفل الشاشة
settings-lock-sleep = القفل عند سكون الكمبيوتر
settings-lock-close = القفل عند إغلاق النافذة
settings-lock-close-hint = يستمر { -brand } في علبة النظام. الإنهاء يقفل دائمًا.
settings-security = الأمان
settings-privacy = الخصوصية
settings-hide-codes = إخفاء الرموز
settings-hide-codes-hint = الحساب المحدد وحده يعرض رمزه
settings-capture = الإخفاء من لقطات الشاشة ومشاركة الشاشة
settings-capture-hint = تظهر رموزك للآخرين كنافذة فارغة
settings-not-possible = غير ممكن على هذا النظام
settings-clipboard = الحافظة
settings-copying = بعد نسخ رمز
settings-then = ثم
settings-then-hint = تستعيد النافذة التي جئت منها لوحة المفاتيح
settings-then-hide = إخفاء النافذة
settings-then-stay = البقاء مفتوحة
settings-last-seconds = عندما يوشك الرمز أن يتغير
settings-last-seconds-hint = في ثوانيه الثلاث الأخيرة
settings-last-copy = نسخه رغم ذلك
settings-last-next = نسخ الرمز التالي
settings-last-wait = انتظار الرمز التالي
settings-type = كتابة الرموز في النافذة السابقة
settings-type-hint = بالمفاتيح Ctrl Shift Enter في البحث السريع. يمكن لبرامج أخرى قراءتها كما تقرأ الحافظة
settings-appearance = المظهر
settings-preview = معاينة
settings-look = الشكل
settings-theme = السمة
settings-as-system = مثل النظام
settings-theme-light = فاتحة
settings-theme-dark = داكنة
settings-density = ارتفاع الصف
settings-density-hint = { $rows ->
    [zero] لا تتسع نافذة بالحجم المعتاد لأي حساب
    [one] تتسع نافذة بالحجم المعتاد لحساب واحد
    [two] تتسع نافذة بالحجم المعتاد لحسابين
    [few] تتسع نافذة بالحجم المعتاد لـ { $rows } حسابات
    [many] تتسع نافذة بالحجم المعتاد لـ { $rows } حسابًا
   *[other] تتسع نافذة بالحجم المعتاد لـ { $rows } حساب
}
settings-density-compact = متراص
settings-density-normal = عادي
settings-density-roomy = واسع
settings-text-size = حجم النص
settings-icons = أيقونات المواقع المعروفة
settings-icons-hint = بدلًا من حرف. تأتي مع { -brand }؛ ولا يُجلب شيء
settings-language = اللغة
settings-codes = الرموز
settings-grouping = تجميع الأرقام
settings-countdown = العد التنازلي
settings-dial = قرص
settings-bar = شريط
settings-next = الرمز التالي
settings-next-last = آخر 5 ثوانٍ
settings-next-always = دائمًا
settings-order = الترتيب
settings-order-name = المفضّلة، ثم أبجديًا
settings-order-most = الأكثر استخدامًا
settings-order-lately = المستخدمة مؤخرًا
settings-order-own = ترتيبي الخاص
settings-read = قراءة الرمز عند كل انتقال
settings-read-hint = لقارئات الشاشة. وإلا فعندما تطلب فقط
settings-shortcuts = الاختصارات
settings-background = في الخلفية
settings-autostart = البدء مع الكمبيوتر
settings-start-hidden = البدء بلا نافذة
settings-start-hidden-hint = عندما يبدأ مع الكمبيوتر
settings-close-to-tray = البقاء في علبة النظام عند إغلاق النافذة
settings-close-to-tray-hint = ليكون البحث السريع في متناول يدك. وإلا فإغلاق النافذة ينهي التطبيق
settings-keep-quick-ready = إبقاء البحث السريع جاهزًا ما دام { -brand } مخفيًا وغير مقفل
settings-keep-quick-ready-hint = يُفتح عندئذ فورًا. وإلا تُحرَّر الذاكرة بعد دقيقة، ويُفتح بعد لحظة
settings-backups = النسخ الاحتياطية
settings-export = حفظ الإعدادات
settings-export-hint = كملف. ليس فيه حساب ولا مفتاح
settings-export-do = حفظ…
settings-exported = حُفظت الإعدادات.
settings-import = أخذ إعدادات محفوظة
settings-import-hint = من ملف حُفظ هنا أو على كمبيوتر آخر
settings-import-do = اختيار…
settings-imported = أُخذت الإعدادات.
settings-sync = المزامنة
settings-clear-after = مسح الحافظة بعد
settings-clear-after-hint = فقط إذا كان الرمز لا يزال فيها
settings-seconds = { $seconds ->
    [zero] فورًا
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}
settings-back-in = استعادة الدخول
settings-password = كلمة المرور
settings-password-hint = تقفل رموزك على هذا الكمبيوتر
settings-password-change = تغيير…
settings-recovery = مفتاح الاسترداد
settings-recovery-checked = تحققت من نسختك
settings-recovery-unchecked = لم تتحقق من نسختك بعد
settings-recovery-check = تحقق…
settings-recovery-new = إنشاء مفتاح جديد…
settings-pin = فتح القفل برقم PIN
settings-pin-hint = بعد كلمة المرور، حتى تُنهي { -brand } أو تسجّل الخروج
settings-keychain = الفتح بسلسلة مفاتيح هذا الكمبيوتر
settings-keychain-hint = لا تُطلب كلمة المرور ما دمت مسجّل الدخول هنا

shortcuts-anywhere = من أي مكان
shortcuts-quick = فتح البحث السريع
shortcuts-quick-hint = يعمل و{ -brand } في الخلفية
shortcuts-copy-last = نسخ رمز الحساب الأخير مرة أخرى
shortcuts-copy-last-hint = بلا فتح نافذة
shortcuts-desktop = يسألك سطح المكتب مرة واحدة قبل أن يعمل اختصار من أي مكان.
shortcuts-desktop-allow = السماح الآن
shortcuts-desktop-asking = يسألك سطح المكتب الآن…
shortcuts-desktop-allowed = سطح المكتب هو من يحدد هذه المفاتيح. غيّرها في إعداداته.
shortcuts-here = في { -brand }
shortcuts-none = غير معيّن
shortcuts-change = تغيير
shortcuts-change-label = تغيير مفاتيح: { $name }
shortcuts-press = اضغط المفاتيح الجديدة…
shortcuts-reset = إعادة ضبط
shortcuts-reset-label = العودة إلى المفاتيح المعتادة: { $name }
shortcuts-taken = مستخدمة من قبل في: { $name }.
shortcuts-use-here = استخدامها هنا بدلًا من ذلك
shortcuts-not-these = لهذه المفاتيح استخدام ثابت، أو أنها تكتب حرفًا. جرّب غيرها.
shortcuts-two-more = استخدم معها اثنين من Ctrl وAlt وShift، كي لا يفقد تطبيق آخر هذه المفاتيح.
shortcuts-twice = هذه المفاتيح هي الاختصار الآخر. جرّب غيرها.

backups-none = لا توجد نسخة احتياطية بعد. تُنشأ الأولى مع أول تغيير تجريه.
backups-last = { $count ->
    [zero] آخر نسخة احتياطية: { $when }.
    [one] آخر نسخة احتياطية: { $when }.
    [two] آخر نسخة احتياطية: { $when }. المحفوظ نسختان.
    [few] آخر نسخة احتياطية: { $when }. المحفوظ { $count } نسخ.
    [many] آخر نسخة احتياطية: { $when }. المحفوظ { $count } نسخة.
   *[other] آخر نسخة احتياطية: { $when }. المحفوظ { $count } نسخة.
}
backups-checked = فُتحت كل واحدة مرة أخرى للتحقق منها.
backups-now = النسخ الاحتياطي الآن
backups-automatic = تلقائي
backups-every = نسخ احتياطي بعد كل تغيير
backups-kept = المحفوظ: آخر 10، وواحدة كل يوم لأسبوع، وواحدة كل أسبوع لشهر
backups-on = مفعّل
backups-folder = بجانب حساباتك
backups-by-hand = يدويًا
backups-export = نسخ احتياطي أو تصدير
backups-export-hint = نسخة { -brand } احتياطية، تطبيقات أخرى، رموز QR
backups-choose = اختيار…
backups-restore = استعادة
backups-restore-hint = انظر ما في داخلها قبل أن يتغير أي شيء
backups-restore-do = استعادة…
backups-import = استيراد من تطبيق آخر
backups-import-do = استيراد…
backups-deleted = الحسابات المحذوفة
backups-deleted-hint = { $count ->
    [zero] لا شيء. تُحفظ 30 يومًا
    [one] حساب واحد، يُحفظ 30 يومًا
    [two] حسابان، يُحفظان 30 يومًا
    [few] { $count } حسابات، تُحفظ 30 يومًا
    [many] { $count } حسابًا، تُحفظ 30 يومًا
   *[other] { $count } حساب، تُحفظ 30 يومًا
}
backups-deleted-show = عرض

sync-where = المكان
sync-folder = المجلد
sync-file = الملف
sync-file-hint = مقفل. لا تستطيع خدمة تشارك مجلده قراءته
sync-share = مجلد تشاركه من قبل بين أجهزة الكمبيوتر
sync-step-quit = أنهِ { -brand } على هذا الكمبيوتر.
sync-step-move = انقل <b>{ $file }</b> إلى المجلد المشترك.
sync-step-tell = عيّن في <b>KEYTICK_VAULT</b> مكانه الجديد، هنا وعلى أجهزة الكمبيوتر الأخرى، وابدأ { -brand } من جديد.
sync-merge = تُدمج النسخ التي يتركها برنامج مزامنة بجانب الملف. إذا غيّر جهازا كمبيوتر الجزء نفسه من حساب، يسري التغيير الأحدث؛ أما إذا اختلف المفتاحان فيُحتفظ بهما معًا كحسابين.

password-change-title = تغيير كلمة المرور
password-change-now = كلمة المرور الحالية
password-change-rekey = قد تكون لدى شخص ما نسخة من ملف الحسابات وهو يعرف كلمة المرور القديمة
password-change-rekey-hint = تحصل حساباتك على قفل جديد. وتحصل أنت على مفتاح استرداد جديد، وتُزال النسخ الاحتياطية التي أنشأها { -brand }. النسخ الموجودة في أماكن أخرى تظل تُفتح بما كان يفتحها.
password-change-keeps = يبقى مفتاح الاسترداد كما هو. النسخ الاحتياطية السابقة تظل تُفتح بكلمة المرور القديمة.
password-change-button = تغيير
password-changed = تم تغيير كلمة المرور.

recovery-verify-title = التحقق من مفتاح الاسترداد
recovery-verify-lead = اكتب المفتاح من نسختك. لن يتغير شيء.
recovery-verify-button = تحقق
recovery-verify-right = هذا مفتاح الاسترداد الخاص بك. نسختك سليمة.

pin-title = فتح القفل برقم PIN
pin-lead = تُطلب كلمة المرور مرة واحدة بعد كل بدء لتطبيق { -brand }، وبعدها رقم PIN. وبعد ثلاثة أرقام PIN خاطئة متتالية تُطلب كلمة المرور مرة أخرى.
pin-label = رقم PIN
pin-hint = 4 خانات على الأقل. يُحفظ في الذاكرة، فيُبعد الناس عن لوحة مفاتيحك؛ أما الملف فتحميه كلمة المرور وحدها.
pin-button = تشغيل
pin-off-lead = من الآن تُطلب كلمة المرور كل مرة.
pin-off-button = إيقاف
keychain-title = الفتح بسلسلة مفاتيح هذا الكمبيوتر
keychain-lead = سيُفتح { -brand } عندئذ بلا كلمة مرور لمن سجّل الدخول إلى حسابك على هذا الكمبيوتر.
keychain-warn = كل برنامج تشغّله هناك يستطيع أيضًا أن يطلب المفتاح من سلسلة المفاتيح. اقفل الشاشة عندما تغادر.
keychain-button = تشغيل
keychain-off-lead = من الآن تُطلب كلمة المرور مرة أخرى.
keychain-off-button = إيقاف

## كل الاختصارات

keys-title = كل الاختصارات
keys-anywhere = في أي مكان
keys-paste = إضافة من الحافظة
keys-undo = التراجع عن آخر تغيير
keys-step = إلى الجزء التالي من النافذة
keys-larger = نص أكبر
keys-smaller = نص أصغر
keys-normal = نص عادي
keys-quit = إنهاء { -brand }
keys-move = نقل التحديد
keys-page = التنقل صفحةً بعد صفحة
keys-ends = إلى أول حساب، إلى آخر حساب
keys-copy-other = النسخ، وترك النافذة بعكس المعتاد: مخفية أو مفتوحة
keys-hide-window = إخفاء النافذة
keys-step-back = إلى الجزء السابق من النافذة
keys-escape = مسح البحث، ثم إخفاء النافذة
keys-mark = تحديد عدة حسابات
keys-copy-nth = نسخ ذلك الصف الظاهر
keys-type = كتابة الرمز من البحث السريع
keys-actions = كل إجراءات الحساب
keys-hide = إخفاء كل الرموز أو إظهارها
keys-up = نقل الحساب إلى الأعلى، في ترتيبك الخاص
keys-down = نقل الحساب إلى الأسفل، في ترتيبك الخاص
keys-sheets = اللوحات
keys-main = الزر الرئيسي
keys-close = إغلاق
keys-tick = تحديد أو إلغاء التحديد
keys-tick-all = تحديد كل الجديد

## التحرير والحذف

edit-title = تحرير الحساب
edit-name = الاسم
edit-account = الحساب
edit-tags = الوسوم
edit-tag-add = إضافة وسم
edit-tag-remove = إزالة { $name }
edit-note = ملاحظة
edit-icon = الأيقونة
edit-icon-auto = كما في الإعدادات
edit-icon-letter = حرف
edit-colour = اللون
edit-colour-of = اللون { $number }
edit-colour-auto = حسب الاسم
edit-favourite = في المفضّلة
edit-settings = إعدادات الرمز
edit-settings-time = بالوقت · عدد الأرقام { $digits } · كل { $period } ث · { $method }
edit-settings-counter = بعدّاد · عدد الأرقام { $digits } · التالي { $counter } · { $method }
edit-settings-steam = Steam · كل { $period } ث
edit-settings-pin = { $type ->
        [motp] mOTP
       *[yandex] Yandex
    } · كل { $period } ث، مع رقم PIN
edit-settings-change = تغيير
edit-settings-now = الرمز الآن
edit-settings-then = بالإعدادات الجديدة
edit-settings-said = الرمز الآن: { $now }. بالإعدادات الجديدة: { $then }.
edit-settings-warning = بإعدادات خاطئة يرفض الموقع رموزك. لا تحفظ إلا ما يذكره الموقع.
edit-key = المفتاح ورمز QR
edit-key-hint = تُطلب كلمة المرور أولًا
edit-key-show = عرض
edit-recovery-show = فتح
edit-delete = حذف
edit-save = حفظ
delete-title = هل تريد حذف { $name }؟
delete-title-many = { $count ->
    [zero] لا حسابات للحذف
    [one] هل تريد حذف حساب واحد؟
    [two] هل تريد حذف حسابين؟
    [few] هل تريد حذف { $count } حسابات؟
    [many] هل تريد حذف { $count } حسابًا؟
   *[other] هل تريد حذف { $count } حساب؟
}
delete-warning-many = لن تحصل بعد ذلك على رموز لها. أوقف أولًا تسجيل الدخول بخطوتين على المواقع، وإلا فقد تمنع نفسك من الدخول.
delete-warning = لن تحصل بعد ذلك على رموز لحساب <b>{ $account }</b>. أوقف أولًا تسجيل الدخول بخطوتين على الموقع، وإلا فقد تمنع نفسك من الدخول.
delete-kept = يبقى في المحذوفات 30 يومًا، فيمكنك استعادته.
delete-kept-many = تبقى في المحذوفات 30 يومًا، فيمكنك استعادتها.
delete-keep = إبقاء
delete-yes = حذف
deleted-title = المحذوفات
deleted-lead = تبقى الحسابات هنا 30 يومًا بعد حذفها.
deleted-none = لا شيء في المحذوفات.
deleted-when = حُذف في { $date }
deleted-restore = استعادة
deleted-restore-label = استعادة { $name }

## ما هو مطبوع على المفاتيح

cap-ctrl = Ctrl
cap-shift = Shift
cap-enter = Enter
cap-escape = Esc
cap-delete = Del
cap-home = Home
cap-end = End
cap-page-up = Page Up
cap-page-down = Page Down
cap-space = Space
