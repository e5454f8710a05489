# محاكي تسجيل الدخول والجهاز الافتراضي.

## الجهاز الافتراضي: ما يرفضه

device-no-key = لا يوجد هنا مفتاح تسجيل دخول.
    .hint = يبدأ رمز QR لتسجيل الدخول بـ «otpauth://‎».
device-unknown-account = ليس على الجهاز حساب يطابق «{ $query }».
device-several-match = عدد الحسابات على الجهاز التي تطابق «{ $query }»: { $count }.
    .hint = حدّد أحدها برقمه.
device-not-named =
    { $count ->
        [zero] ليس على الجهاز أي حساب بعد.
        [one] على الجهاز حساب واحد. أي حساب تريد؟
        [two] على الجهاز حسابان. أيهما تريد؟
        [few] على الجهاز { $count } حسابات. أيها تريد؟
        [many] على الجهاز { $count } حسابًا. أيها تريد؟
       *[other] على الجهاز { $count } حساب. أيها تريد؟
    }
device-min-left = مدة الرمز { $period } ث، فلا يبقى له أبدًا { $seconds } ث.
device-date = ليس هذا تاريخ رد HTTP.
    .hint = أعطه كما هو في الترويسة Date من الموقع: Sun, 06 Nov 1994 08:49:37 GMT
device-full = يتسع الجهاز لعدد { $most } من الحسابات على الأكثر.
device-wait =
    { $seconds ->
        [zero] يأتي الرمز التالي الآن.
        [one] يأتي الرمز التالي بعد ثانية واحدة.
        [two] يأتي الرمز التالي بعد ثانيتين.
        [few] يأتي الرمز التالي بعد { $seconds } ثوانٍ.
        [many] يأتي الرمز التالي بعد { $seconds } ثانية.
       *[other] يأتي الرمز التالي بعد { $seconds } ثانية.
    }
device-unknown = لا يوجد جهاز باسم «{ $name }».
device-taken = يوجد جهاز باسم «{ $name }» من قبل.
device-name = اسم الجهاز من 1 إلى 64 حرفًا أو رقمًا أو نقطة أو شرطة أو شرطة سفلية.
device-too-many = عدد الأجهزة { $most }، وهو أقصى عدد ممكن.
    .hint = تخلّص من جهاز لم تعد تحتاج إليه: DELETE /devices/NAME
device-body = هذا الطلب غير مفهوم: { $reason }
device-picture = لم تعطِ الصورة مفتاحًا: { $reason }
device-no-pictures = لا تُقرأ الصور هنا.
    .hint = أرسل نص رمز QR بدلًا منها.

## الجهاز الافتراضي: لماذا ربما رُفض رمز

device-why-length = عدد ما كُتب { $typed }، لكن عدد أرقام رمز هذا المفتاح { $digits }.
    .hint = الصفر في البداية جزء من الرمز.
device-why-parameters = أُنشئ الرمز بالإعدادات { $made }، لكن المفتاح يقول { $key }.
    .hint = ينشئ رموزًا كهذه تطبيقٌ يتجاهل ما يقوله رمز QR. تحقق من الخوارزمية وعدد الأرقام والثواني.
device-why-clock-ahead =
    { $seconds ->
        [zero] ساعة الجهاز مطابقة لساعة الموقع.
        [one] ساعة الجهاز متقدمة على ساعة الموقع بثانية واحدة.
        [two] ساعة الجهاز متقدمة على ساعة الموقع بثانيتين.
        [few] ساعة الجهاز متقدمة على ساعة الموقع بمقدار { $seconds } ثوانٍ.
        [many] ساعة الجهاز متقدمة على ساعة الموقع بمقدار { $seconds } ثانية.
       *[other] ساعة الجهاز متقدمة على ساعة الموقع بمقدار { $seconds } ثانية.
    }
    .hint = اضبط ساعة الجهاز.
device-why-clock-behind =
    { $seconds ->
        [zero] ساعة الجهاز مطابقة لساعة الموقع.
        [one] ساعة الجهاز متأخرة عن ساعة الموقع بثانية واحدة.
        [two] ساعة الجهاز متأخرة عن ساعة الموقع بثانيتين.
        [few] ساعة الجهاز متأخرة عن ساعة الموقع بمقدار { $seconds } ثوانٍ.
        [many] ساعة الجهاز متأخرة عن ساعة الموقع بمقدار { $seconds } ثانية.
       *[other] ساعة الجهاز متأخرة عن ساعة الموقع بمقدار { $seconds } ثانية.
    }
    .hint = اضبط ساعة الجهاز.
device-why-reused = الرمز صحيح، لكنه أُرسل من قبل، ومعظم المواقع تقبل الرمز مرة واحدة.
    .hint = انتظر الرمز التالي.
device-why-stale =
    { $seconds ->
        [zero] انتهى الرمز للتو.
        [one] انتهى الرمز قبل ثانية واحدة.
        [two] انتهى الرمز قبل ثانيتين.
        [few] انتهى الرمز قبل { $seconds } ثوانٍ.
        [many] انتهى الرمز قبل { $seconds } ثانية.
       *[other] انتهى الرمز قبل { $seconds } ثانية.
    }
    .hint = اطلب رمزًا بقيت له ثوانٍ أكثر.
device-why-early =
    { $seconds ->
        [zero] يبدأ الرمز الآن.
        [one] يبدأ الرمز بعد ثانية واحدة.
        [two] يبدأ الرمز بعد ثانيتين.
        [few] يبدأ الرمز بعد { $seconds } ثوانٍ.
        [many] يبدأ الرمز بعد { $seconds } ثانية.
       *[other] يبدأ الرمز بعد { $seconds } ثانية.
    }
device-why-counter-behind =
    { $count ->
        [zero] لم يُعطَ أي رمز أحدث منذ ذلك الحين.
        [one] أُعطي رمز أحدث واحد منذ ذلك الحين.
        [two] أُعطي رمزان أحدث منذ ذلك الحين.
        [few] أُعطي { $count } رموز أحدث منذ ذلك الحين.
        [many] أُعطي { $count } رمزًا أحدث منذ ذلك الحين.
       *[other] أُعطي { $count } رمز أحدث منذ ذلك الحين.
    }
    .hint = استخدم أحدث رمز. لا يقبل الموقع رمزًا متأخرًا عن عدّاده.
device-why-counter-ahead =
    { $count ->
        [zero] الرمز هو التالي، ولم يُعطَ بعد.
        [one] يأتي رمز واحد قبل هذا الرمز.
        [two] يأتي رمزان قبل هذا الرمز.
        [few] يأتي { $count } رموز قبل هذا الرمز.
        [many] يأتي { $count } رمزًا قبل هذا الرمز.
       *[other] يأتي { $count } رمز قبل هذا الرمز.
    }
    .hint = لا تنظر المواقع إلا بضعة رموز إلى الأمام.
device-why-site-disagrees = الرمز صحيح حسب الساعتين.
    .hint = ربما رآه الموقع من قبل، أو يتحقق بإعدادات غير ما يقوله رمز QR الخاص به، أو هو مقفل لبعض الوقت.
device-why-no-date = الرمز صحيح حسب ساعة الجهاز.
    .hint = أعطِ الترويسة Date من رد الموقع لمقارنة الساعتين.
device-why-not-this-key = هذا المفتاح لا ينشئ هذا الرمز، لا الآن ولا في الدقائق الأخيرة.
    .hint = تحقق من خطأ كتابة، ومن أن الموقع والجهاز لديهما المفتاح نفسه.

## المواقع: ما يحيط بكل صفحة

sim-page-test-site = موقع اختبار
sim-page-banner = موقع تدريبي على هذا الكمبيوتر. استخدم بيانات مختلقة فقط. العالَم: { $world }
sim-page-banner-exposed = موقع تدريبي تصل إليه أجهزة كمبيوتر أخرى. استخدم بيانات مختلقة فقط. العالَم: { $world }
sim-page-skip = تخطَّ إلى المحتوى
sim-page-not-affiliated = { $name }، غير تابع لـ { $product }. يحاكي خطوات تسجيل الدخول بخطوتين فيه، للتدريب والاختبار.
sim-page-made-up = { $name }: موقع مختلق للتدريب والاختبار.
sim-page-mail = صندوق البريد
sim-page-lab = المختبر
sim-page-stale = كان هذا النموذج قديمًا جدًا، أو جاء من صفحة أخرى. أرسله مرة أخرى.
sim-page-missing = لا توجد صفحة كهذه.

## المواقع: الصفحات

sim-page-home = مرحبًا، { $name }
sim-page-home-about = تم تسجيل دخولك.
sim-page-account = حسابك
sim-page-user-name = اسم المستخدم
sim-page-email = البريد الإلكتروني
sim-page-new-password = كلمة مرور جديدة
sim-page-change-password = تغيير كلمة المرور
sim-page-change-email = تغيير البريد الإلكتروني
sim-page-save = حفظ
sim-page-sso = يتم تسجيل الدخول في { $name }.
sim-page-verify-email = أكّد عنوان بريدك الإلكتروني
sim-page-verify-email-button = تأكيد
sim-page-send-verification = إرسال الرسالة مرة أخرى
sim-page-other-account = تسجيل الدخول باسم شخص آخر
sim-page-challenge-ends =
    { $seconds ->
        [zero] انتهت هذه الخطوة.
        [one] تبقى هذه الخطوة مفتوحة ثانية واحدة أخرى.
        [two] تبقى هذه الخطوة مفتوحة ثانيتين أخريين.
        [few] تبقى هذه الخطوة مفتوحة { $seconds } ثوانٍ أخرى.
        [many] تبقى هذه الخطوة مفتوحة { $seconds } ثانية أخرى.
       *[other] تبقى هذه الخطوة مفتوحة { $seconds } ثانية أخرى.
    }
sim-page-key-ends =
    { $seconds ->
        [zero] انتهت صلاحية هذا المفتاح.
        [one] يبقى هذا المفتاح صالحًا ثانية واحدة أخرى.
        [two] يبقى هذا المفتاح صالحًا ثانيتين أخريين.
        [few] يبقى هذا المفتاح صالحًا { $seconds } ثوانٍ أخرى.
        [many] يبقى هذا المفتاح صالحًا { $seconds } ثانية أخرى.
       *[other] يبقى هذا المفتاح صالحًا { $seconds } ثانية أخرى.
    }
sim-page-administrator-resets = هل فقدت جهازك ورموز الاسترداد؟ يستطيع من له الدور «{ $role }» إعادة ضبط المصادقة الثنائية لك.
sim-page-recover = استرداد حسابك
sim-page-recover-about = سيتحقق الدعم من أن الحساب لك قبل إيقاف المصادقة الثنائية.
sim-page-recover-message = كيف يعرف الدعم أنه أنت؟
sim-page-recover-send = فتح طلب
sim-page-case-opened = طلبك مفتوح
sim-page-case-opened-about = سينظر الدعم فيه. يمكنك تسجيل الدخول بعد تأكيد ملكيتك.
sim-page-no-cases = لا توجد طلبات.
sim-page-case-open = مفتوح
sim-page-case-approved = مؤكد
sim-page-case-refused = مرفوض
sim-page-qr = رمز QR لـ { $issuer }، { $account }
sim-page-issuer = الجهة المصدرة
sim-page-account-name = الحساب
sim-page-open-app = فتح في تطبيق مصادقة
sim-page-qr-download = تنزيل رمز QR:
sim-page-person = الشخص
sim-page-role = الدور
sim-page-roles = مطلوب من هذه الأدوار
sim-page-actions = الإجراءات
sim-page-mail-about = كل بريد هذا العالَم. لا تُرسل أي رسالة إلى أي مكان.
sim-page-no-mail = لم تصل أي رسالة بعد.
sim-page-mail-to = إلى:
sim-page-mail-link = فتح الرابط

## الخادم: رفض الطلبات

sim-host-missing = لا يذكر الطلب المضيف المقصود.
sim-host-unknown = لا يستجيب هذا الخادم بهذا الاسم.
    .hint = ابدأه بالخيار ‎--allow-host NAME إن كان الاسم صحيحًا.
sim-origin-foreign = جاء هذا الطلب من صفحة موقع آخر.
sim-token-missing = رمز الوصول ناقص أو خاطئ.
    .hint = أرسل «Authorization: Bearer TOKEN» مع رمز الوصول الذي طُبع عند البدء.
sim-body-large = محتوى الطلب كبير جدًا.
sim-body-slow = وصل محتوى الطلب ببطء شديد.
sim-body-type = محتوى الطلب ليس JSON.
    .hint = أرسل «Content-Type: application/json».
sim-value = { $field }: { $reason }
sim-refused = { $reason }
sim-world-unknown = لا يوجد عالَم «{ $name }».
sim-world-taken = يوجد عالَم «{ $name }» من قبل.
sim-too-many-worlds = بلغ عدد العوالم أقصاه. أنهِ عالَمًا لم تعد تحتاج إليه.
sim-user-unknown = لا يوجد أحد باسم «{ $name }».
sim-fault-unknown = لا يوجد عطل «{ $name }».
sim-case-unknown = لا يوجد طلب مفتوح «{ $name }».
sim-profile-unknown = لا يوجد ملف تعريف «{ $name }».
sim-snapshot-unknown = لا توجد لقطة محفوظة «{ $name }».
sim-too-many-snapshots = بلغ عدد اللقطات المحفوظة في هذا العالَم أقصاه.
sim-too-many-waits = طلبات كثيرة جدًا تنتظر الآن.
sim-oracle-off = خدمة كشف الرموز (oracle) متوقفة.
    .hint = ابدأ الخادم بالخيار ‎--oracle. والأفضل: دع جهازًا ينشئ الرمز.
sim-profile = السطر { $line }، العمود { $column }، { $path }: { $reason }
sim-port = لا يمكن استخدام المنفذ { $port }: { $reason }
    .hint = اختر منفذًا آخر، أو 0 لأي منفذ متاح.
sim-identity-port = لا تستطيع خدمة الهوية الاستماع: { $reason }
sim-store = لا يمكن استخدام ملف العوالم: { $reason }
sim-start = لا يستطيع الخادم البدء: { $reason }

## وثيقة واجهة التحكم البرمجية

device-api-title = جهاز Keytick الافتراضي
device-api-about = أجهزة تحمل مفاتيح لتسجيل الدخول بخطوتين، وتعطي رموزها، وتقول لماذا ربما رفض موقع رمزًا.
sim-api-title = محاكي Keytick
sim-api-about = عوالم المواقع التدريبية لتسجيل الدخول بخطوتين وأشخاصها وساعاتها وأعطالها وبريدها وأحداثها، وتسجيل الدخول إليها كواجهة برمجية.
sim-api-token = رمز الوصول الذي طُبع عند البدء.
sim-api-session = الجلسة التي أعطاها تسجيل الدخول.

## المختبر: صفحة لمن يختبرون

sim-lab-key = المفتاح
sim-lab-key-about = تحرّك هذه الصفحة الساعة وتُحدث الأعطال. افتح العنوان الذي طُبع عند البدء، أو الصق رمز الوصول.
sim-lab-key-wrong = ليس هذا مفتاح هذا الخادم.
sim-lab-open = فتح
sim-lab-clock = الساعة
sim-lab-clock-is-real = تسير كالساعة الحقيقية
sim-lab-clock-is-offset = منقولة
sim-lab-clock-is-frozen = متوقفة
sim-lab-clock-30 = 30 ثانية إلى الأمام
sim-lab-clock-300 = 5 دقائق إلى الأمام
sim-lab-clock-back = 30 ثانية إلى الوراء
sim-lab-clock-edge = قبل الرمز التالي بثانية واحدة
sim-lab-clock-freeze = إيقاف
sim-lab-clock-real = الوقت الحقيقي
sim-lab-clock-set = الوقت
sim-lab-clock-freeze-there = إيقاف عند هذا الوقت
sim-lab-clock-unread = أعطِ عددًا من الثواني.
sim-lab-step =
    { $seconds ->
        [zero] الخطوة { $step }، انتهت صلاحيتها
        [one] الخطوة { $step }، صالحة ثانية واحدة أخرى
        [two] الخطوة { $step }، صالحة ثانيتين أخريين
        [few] الخطوة { $step }، صالحة { $seconds } ثوانٍ أخرى
        [many] الخطوة { $step }، صالحة { $seconds } ثانية أخرى
       *[other] الخطوة { $step }، صالحة { $seconds } ثانية أخرى
    }
sim-lab-people = الأشخاص
sim-lab-password = كلمة المرور: { $password }.
sim-lab-codes-left =
    { $count ->
        [zero] لا رموز استرداد.
        [one] رمز استرداد واحد.
        [two] رمزا استرداد.
        [few] { $count } رموز استرداد.
        [many] { $count } رمز استرداد.
       *[other] { $count } رمز استرداد.
    }
sim-lab-locked = مقفل
sim-lab-unlock = فتح القفل
sim-lab-reset-user = البدء من جديد
sim-lab-reset = بدء العالَم كله من جديد
sim-lab-faults = الأعطال
sim-lab-no-faults = لا شيء مُعطَّل عمدًا.
sim-lab-fired =
    { $count ->
        [zero] لم يحدث بعد
        [one] حدث مرة واحدة
        [two] حدث مرتين
        [few] حدث { $count } مرات
        [many] حدث { $count } مرة
       *[other] حدث { $count } مرة
    }
sim-lab-fault-kind = ما الذي يتعطل
sim-lab-fault-params = معاملاته، بصيغة JSON
sim-lab-fault-times = كم مرة: عدد، أو فارغ لدائمًا
sim-lab-fault-route = على هذا المسار فقط، مثل ‎/login/*‎
sim-lab-fault-step = عند هذه الخطوة فقط، مثل code
sim-lab-fault-user = لهذا الشخص فقط
sim-lab-fault-add = إضافة العطل
sim-lab-fault-remove = إزالة
sim-lab-times-unread = أعطِ عددًا، أو اتركه فارغًا.
sim-lab-profile = هذا الموقع
sim-lab-sources = نقلًا عن:
sim-lab-assumed = لا مصدر يؤكد هذه القيم؛ إنها افتراضات:
sim-lab-log = ما حدث
sim-lab-log-again = نظرة أخرى
sim-lab-log-all = عرض كل شيء
sim-lab-log-when = متى
sim-lab-log-who = من
sim-lab-log-what = ماذا
sim-lab-log-why = القاعدة الحاسمة
