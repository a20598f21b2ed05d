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
  APPROVAL_REQUIRED: {
    status: 422,
    ru: 'Нужно согласование. Отправьте документ на утверждение руководителю.',
    kk: 'Келісу қажет. Құжатты басшыға бекітуге жіберіңіз.',
    en: 'Approval is required. Send the document to your manager for approval.',
  },
} as const satisfies Record<string, RefusalText>
