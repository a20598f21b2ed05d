import type { RefusalText } from './refusal-text.js'

/** Any request: its form, its place in time, the state of the house. */
export const requestRefusals = {
  VALIDATION_FAILED: {
    status: 400,
    ru: 'Данные заполнены неверно. Исправьте отмеченные поля и отправьте снова.',
    kk: 'Деректер дұрыс толтырылмаған. Белгіленген өрістерді түзетіп, қайта жіберіңіз.',
    en: 'Some of the data is not valid. Correct the marked fields and send it again.',
  },
  INVALID_UUID: {
    status: 400,
    ru: 'Идентификатор записан неверно. Откройте запись из списка заново.',
    kk: 'Идентификатор дұрыс жазылмаған. Жазбаны тізімнен қайта ашыңыз.',
    en: 'The identifier is malformed. Open the record from its list again.',
  },
  NOT_FOUND: {
    status: 404,
    ru: 'Запись не найдена. Возможно, её удалили или у вас нет к ней доступа.',
    kk: 'Жазба табылмады. Ол жойылған немесе сізде оған қолжетімділік жоқ болуы мүмкін.',
    en: 'The record was not found. It may have been deleted, or you may have no access to it.',
  },
  DUPLICATE: {
    status: 409,
    ru: 'Такая запись уже есть: поле «{field}» должно быть уникальным. Укажите другое значение или откройте существующую запись.',
    kk: 'Мұндай жазба бар: «{field}» өрісі қайталанбауы керек. Басқа мән енгізіңіз немесе бар жазбаны ашыңыз.',
    en: 'Such a record already exists: the field “{field}” must be unique. Enter another value or open the existing record.',
  },
  VERSION_CONFLICT: {
    status: 409,
    ru: 'Запись изменил кто-то другой. Обновите страницу и внесите изменения ещё раз.',
    kk: 'Жазбаны басқа адам өзгертіп қойды. Бетті жаңартып, өзгерістерді қайта енгізіңіз.',
    en: 'Someone else has changed this record. Refresh the page and make your changes again.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    ru: 'Запись уже не та, что вы открывали. Обновите её и повторите действие.',
    kk: 'Жазба сіз ашқан күйінен өзгерген. Оны жаңартып, әрекетті қайталаңыз.',
    en: 'The record is no longer the one you opened. Reload it and repeat the action.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    ru: 'С этим ключом повтора уже отправлен другой запрос. Создайте для нового запроса новый ключ.',
    kk: 'Бұл қайталау кілтімен басқа сұраныс жіберілген. Жаңа сұраныс үшін жаңа кілт жасаңыз.',
    en: 'Another request was already sent with this idempotency key. Create a new key for the new request.',
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    retryable: true,
    ru: 'Такой же запрос ещё выполняется. Подождите несколько секунд и повторите.',
    kk: 'Дәл осындай сұраныс әлі орындалып жатыр. Бірнеше секунд күтіп, қайталаңыз.',
    en: 'The same request is still being carried out. Wait a few seconds and try again.',
  },
  INVALID_TRANSITION: {
    status: 422,
    ru: 'Перейти из состояния «{from}» в «{to}» нельзя. Возможные состояния: {allowed}.',
    kk: '«{from}» күйінен «{to}» күйіне өтуге болмайды. Мүмкін күйлер: {allowed}.',
    en: 'The state cannot change from “{from}” to “{to}”. Possible states: {allowed}.',
  },
  BUSINESS_RULE: {
    status: 422,
    ru: 'Действие противоречит правилу «{rule}». Проверьте данные документа.',
    kk: 'Әрекет «{rule}» ережесіне қайшы келеді. Құжат деректерін тексеріңіз.',
    en: 'The action breaks the rule “{rule}”. Check the data of the document.',
  },
  IN_USE: {
    status: 409,
    ru: 'Запись используется в других документах, поэтому удалить её нельзя. Сначала закройте или измените их.',
    kk: 'Жазба басқа құжаттарда қолданылады, сондықтан оны жоюға болмайды. Алдымен сол құжаттарды жабыңыз немесе өзгертіңіз.',
    en: 'The record is used by other documents and cannot be deleted. Close or change them first.',
  },
  AMOUNT_TOO_LARGE: {
    status: 422,
    ru: 'Сумма или количество слишком велики. Проверьте цену и количество.',
    kk: 'Сома немесе саны тым үлкен. Бағасы мен санын тексеріңіз.',
    en: 'The amount or quantity is too large. Check the price and the quantity.',
  },
  INSUFFICIENT_DATA: {
    status: 422,
    ru: 'Данных пока недостаточно для расчёта. Выберите период длиннее или вернитесь позже.',
    kk: 'Есептеуге деректер әзірге жеткіліксіз. Ұзағырақ кезеңді таңдаңыз немесе кейінірек оралыңыз.',
    en: 'There is not enough data yet to calculate this. Choose a longer period or come back later.',
  },
  RATE_LIMITED: {
    status: 429,
    retryable: true,
    ru: 'Слишком много запросов. Подождите немного и повторите.',
    kk: 'Сұраныстар тым көп. Сәл күтіп, қайталаңыз.',
    en: 'Too many requests. Wait a moment and try again.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    ru: 'Отправлено слишком много данных. Уменьшите файл или разделите запрос на части.',
    kk: 'Тым көп дерек жіберілді. Файлды кішірейтіңіз немесе сұранысты бөліктерге бөліңіз.',
    en: 'Too much data was sent. Make the file smaller or split the request.',
  },
  UNSUPPORTED_MEDIA: {
    status: 415,
    ru: 'Такой формат не поддерживается. Отправьте файл или данные в допустимом формате.',
    kk: 'Мұндай пішімге қолдау көрсетілмейді. Файлды немесе деректерді рұқсат етілген пішімде жіберіңіз.',
    en: 'This format is not supported. Send the file or data in an accepted format.',
  },
  INTERNAL_ERROR: {
    status: 500,
    ru: 'Произошла ошибка на нашей стороне. Сообщите администратору номер запроса.',
    kk: 'Біздің жақта қате пайда болды. Әкімшіге сұраныс нөмірін хабарлаңыз.',
    en: 'Something went wrong on our side. Tell your administrator the request number.',
  },
  DATABASE_ERROR: {
    status: 500,
    ru: 'Не удалось сохранить или прочитать данные. Сообщите администратору номер запроса.',
    kk: 'Деректерді сақтау немесе оқу мүмкін болмады. Әкімшіге сұраныс нөмірін хабарлаңыз.',
    en: 'The data could not be saved or read. Tell your administrator the request number.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    retryable: true,
    ru: 'Система временно недоступна. Повторите через минуту.',
    kk: 'Жүйе уақытша қолжетімсіз. Бір минуттан кейін қайталаңыз.',
    en: 'The system is temporarily unavailable. Try again in a minute.',
  },
} as const satisfies Record<string, RefusalText>
