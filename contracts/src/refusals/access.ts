import type { RefusalText } from './refusal-text.js'

/** Who is asking, and whether they may: sign-in, registration, membership, approval. */
export const accessRefusals = {
  TENANT_MISMATCH: {
    status: 400,
    ru: 'Рабочее пространство не относится к выбранной организации. Выберите его заново.',
    kk: 'Жұмыс кеңістігі таңдалған ұйымға жатпайды. Оны қайта таңдаңыз.',
    en: 'The workspace does not belong to the chosen organization. Choose it again.',
  },
  AUTH_INVALID_CREDENTIALS: {
    status: 401,
    ru: 'Неверная почта или пароль. Проверьте их или восстановите пароль.',
    kk: 'Пошта немесе құпиясөз қате. Оларды тексеріңіз немесе құпиясөзді қалпына келтіріңіз.',
    en: 'The e-mail or password is wrong. Check them or reset your password.',
  },
  AUTH_TOKEN_EXPIRED: {
    status: 401,
    ru: 'Сеанс истёк. Войдите снова.',
    kk: 'Сеанс мерзімі аяқталды. Қайта кіріңіз.',
    en: 'Your session has expired. Sign in again.',
  },
  AUTH_UNAUTHORIZED: {
    status: 401,
    ru: 'Нужно войти в систему.',
    kk: 'Жүйеге кіру қажет.',
    en: 'You need to sign in.',
  },
  FORBIDDEN: {
    status: 403,
    ru: 'У вас нет права на это действие. Обратитесь к администратору организации.',
    kk: 'Сізде бұл әрекетке құқық жоқ. Ұйым әкімшісіне хабарласыңыз.',
    en: 'You are not permitted to do this. Ask the administrator of your organization.',
  },
  PENDING_APPROVAL: {
    status: 403,
    ru: 'Ваша заявка ещё на рассмотрении. Мы пришлём письмо, когда организация примет решение.',
    kk: 'Өтініміңіз әлі қаралуда. Ұйым шешім қабылдағанда хат жібереміз.',
    en: 'Your request is still being considered. We will write to you when the organization decides.',
  },
  REJECTED: {
    status: 403,
    ru: 'Организация отклонила вашу заявку. Причина указана в письме.',
    kk: 'Ұйым өтініміңізді қабылдамады. Себебі хатта көрсетілген.',
    en: 'The organization has declined your request. The reason is in the letter we sent.',
  },
  EMAIL_NOT_VERIFIED: {
    status: 403,
    ru: 'Почта не подтверждена. Введите код из письма или запросите новый.',
    kk: 'Пошта расталмаған. Хаттағы кодты енгізіңіз немесе жаңасын сұраңыз.',
    en: 'Your e-mail is not verified. Enter the code from the letter or ask for a new one.',
  },
  INVALID_CODE: {
    status: 400,
    ru: 'Код неверный. Осталось попыток: {attemptsRemaining}.',
    kk: 'Код қате. Қалған әрекет саны: {attemptsRemaining}.',
    en: 'The code is wrong. Attempts left: {attemptsRemaining}.',
  },
  CODE_EXPIRED: {
    status: 400,
    ru: 'Срок действия кода истёк. Запросите новый код.',
    kk: 'Кодтың мерзімі өтіп кетті. Жаңа код сұраңыз.',
    en: 'The code has expired. Ask for a new one.',
  },
  MAX_ATTEMPTS_EXCEEDED: {
    status: 429,
    ru: 'Попытки закончились. Запросите новый код.',
    kk: 'Әрекеттер таусылды. Жаңа код сұраңыз.',
    en: 'There are no attempts left. Ask for a new code.',
  },
  BIN_ALREADY_EXISTS: {
    status: 409,
    ru: 'Организация с таким БИН или ИИН уже зарегистрирована. Попросите её владельца пригласить вас.',
    kk: 'Мұндай БСН немесе ЖСН бар ұйым тіркелген. Иесінен сізді шақыруын сұраңыз.',
    en: 'An organization with this BIN or IIN is already registered. Ask its owner to invite you.',
  },
  DEPARTMENT_REQUIRED: {
    status: 400,
    ru: 'Выберите отдел, в котором будет работать сотрудник.',
    kk: 'Қызметкер жұмыс істейтін бөлімді таңдаңыз.',
    en: 'Choose the department in which the employee will work.',
  },
  LAST_OWNER: {
    status: 422,
    ru: 'Это последний владелец организации. Сначала назначьте другого владельца.',
    kk: 'Бұл ұйымның соңғы иесі. Алдымен басқа иесін тағайындаңыз.',
    en: 'This is the last owner of the organization. Appoint another owner first.',
  },
  SEPARATION_OF_DUTIES: {
    status: 403,
    ru: 'Нельзя согласовать то, что запросили вы сами. Решение должен принять другой человек.',
    kk: 'Өзіңіз сұраған нәрсені келісуге болмайды. Шешімді басқа адам қабылдауы керек.',
    en: 'You cannot approve what you asked for yourself. Somebody else has to decide.',
  },
  NOT_THE_APPROVER: {
    status: 403,
    ru: 'Сейчас это решаете не вы. Решение за: {approver}.',
    kk: 'Қазір мұны сіз шешпейсіз. Шешім қабылдайтын: {approver}.',
    en: 'This is not yours to decide now. It is decided by: {approver}.',
  },
  APPROVAL_DECIDED: {
    status: 409,
    ru: 'По этому запросу решение уже принято. Обновите страницу, чтобы его увидеть.',
    kk: 'Бұл сұрау бойынша шешім қабылданып қойған. Оны көру үшін бетті жаңартыңыз.',
    en: 'This request has been decided already. Refresh the page to see how.',
  },
  APPROVAL_REQUIRED: {
    status: 422,
    ru: 'Нужно согласование: скидка {discountPercent} % выше вашего предела {limitPercent} %. Отправьте запрос тому, кто вправе её дать.',
    kk: 'Келісу қажет: {discountPercent} % жеңілдік сіздің {limitPercent} % шегіңізден жоғары. Оны беруге құқығы бар адамға сұрау жіберіңіз.',
    en: 'Approval is required: a discount of {discountPercent} % is above your limit of {limitPercent} %. Ask whoever may give it.',
  },
} as const satisfies Record<string, RefusalText>
