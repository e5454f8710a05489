# ما ترفضه keytick-accounts.

accounts-unknown = لا يوجد حساب كهذا.
    .hint = ربما حُذف على جهاز آخر.
accounts-too-long = الحقل { $field } طويل جدًا.
    .hint = استخدم { $limit } بايت على الأكثر.
accounts-too-many = الخزنة ممتلئة.
    .hint = تتسع لعدد { $limit } من الحسابات على الأكثر.
accounts-no-counter = ليس لهذا الحساب عدّاد: رموزه تتبع الوقت.
accounts-counter-at-end = وصل عدّاد هذا الحساب إلى نهايته.
    .hint = أعدّ تسجيل الدخول بخطوتين من جديد على الموقع.
accounts-unknown-move = لم تعد هذه القائمة موجودة.
    .hint = ربما أُنهيت في نافذة أخرى أو على جهاز آخر.
accounts-too-many-sites = القائمة طويلة جدًا.
    .hint = تتسع لعدد { $limit } من المواقع على الأكثر.
accounts-unknown-recovery-code = لم يعد رمز الاسترداد هذا موجودًا.
    .hint = ربما حُذف في نافذة أخرى أو على جهاز آخر.
accounts-newer-recovery-codes = كُتبت رموز الاسترداد لهذا الحساب بإصدار أحدث من Keytick.
    .hint = تبقى كما هي. حدّث Keytick لرؤيتها أو تغييرها.
accounts-too-many-recovery-codes = رموز الاسترداد هذه كثيرة جدًا.
    .hint = يتسع الحساب لعدد { $limit } منها على الأكثر.
accounts-payload = تعذّرت قراءة الحسابات في هذه الخزنة: { $reason }.
    .hint = الملف نفسه سليم. احتفظ به، وجرّب أحدث إصدار من Keytick.
accounts-too-new = كتب هذه الخزنة إصدار أحدث من Keytick.
    .hint = حدّث Keytick، ثم افتحها مرة أخرى.

## حساب أُنشئ لأن حسابًا واحدًا كان له مفتاحان؛ بين قوسين بعد اسمه.

accounts-second-key = مفتاح آخر
