import type { RefusalText } from './refusal-text.js'

/** Customers and what we know of them. */
export const customerRefusals = {
  CUSTOMER_DUPLICATE: {
    status: 409,
    ru: 'Похожий клиент уже есть в базе. Откройте его карточку или подтвердите создание нового.',
    kk: 'Ұқсас клиент базада бар. Оның карточкасын ашыңыз немесе жаңасын құруды растаңыз.',
    en: 'A similar customer already exists. Open their card or confirm that you want a new one.',
  },
  IIN_INVALID: {
    status: 400,
    ru: 'ИИН записан неверно: нужны 12 цифр с правильной контрольной. Сверьте его с документом.',
    kk: 'ЖСН дұрыс жазылмаған: бақылау саны дұрыс 12 цифр керек. Оны құжатпен салыстырыңыз.',
    en: 'The IIN is not valid: it has 12 digits with a correct check digit. Compare it with the document.',
  },
  BIN_INVALID: {
    status: 400,
    ru: 'БИН записан неверно: нужны 12 цифр с правильной контрольной. Сверьте его с документом.',
    kk: 'БСН дұрыс жазылмаған: бақылау саны дұрыс 12 цифр керек. Оны құжатпен салыстырыңыз.',
    en: 'The BIN is not valid: it has 12 digits with a correct check digit. Compare it with the document.',
  },
  CUSTOMER_BLOCKED: {
    status: 422,
    ru: 'Клиент заблокирован. Снимите блокировку в его карточке или выберите другого клиента.',
    kk: 'Клиент бұғатталған. Карточкасында бұғатты алып тастаңыз немесе басқа клиентті таңдаңыз.',
    en: 'The customer is blocked. Unblock them on their card or choose another customer.',
  },
  CREDIT_LIMIT_EXCEEDED: {
    status: 422,
    ru: 'Превышен кредитный лимит клиента: доступно {available} ₸, нужно {required} ₸. Получите оплату или измените лимит.',
    kk: 'Клиенттің кредит лимиті асып кетті: қолжетімдісі {available} ₸, қажеті {required} ₸. Төлем алыңыз немесе лимитті өзгертіңіз.',
    en: 'The customer’s credit limit is exceeded: {available} ₸ available, {required} ₸ needed. Receive a payment or change the limit.',
  },
  MERGE_SELF: {
    status: 422,
    ru: 'Нельзя объединить клиента с самим собой. Выберите другую карточку.',
    kk: 'Клиентті өзімен біріктіруге болмайды. Басқа карточканы таңдаңыз.',
    en: 'A customer cannot be merged with itself. Choose another card.',
  },
  NOT_A_LEAD: {
    status: 422,
    ru: 'Это уже не лид, преобразовывать нечего. Работайте с карточкой клиента.',
    kk: 'Бұл енді лид емес, түрлендіретін ештеңе жоқ. Клиент карточкасымен жұмыс істеңіз.',
    en: 'This is no longer a lead, so there is nothing to convert. Work with the customer’s card.',
  },
} as const satisfies Record<string, RefusalText>
