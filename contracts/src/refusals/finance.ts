import type { RefusalText } from './refusal-text.js'

/** Invoices, payments and periods. */
export const financeRefusals = {
  INVOICE_LOCKED: {
    status: 422,
    ru: 'Счёт уже выставлен, изменить его нельзя. Оформите кредит-ноту или отмените счёт.',
    kk: 'Шот жазылып қойған, оны өзгертуге болмайды. Кредит-нота рәсімдеңіз немесе шотты жойыңыз.',
    en: 'The invoice has been issued and cannot be changed. Make a credit note or cancel the invoice.',
  },
  ALREADY_PAID: {
    status: 409,
    ru: 'Счёт уже оплачен полностью. Проверьте номер счёта.',
    kk: 'Шот толық төленген. Шот нөмірін тексеріңіз.',
    en: 'The invoice is already paid in full. Check its number.',
  },
  OVERPAYMENT_CONFIRM: {
    status: 422,
    ru: 'Платёж больше долга на {excess} ₸. Подтвердите, что остаток зачислить авансом.',
    kk: 'Төлем берешектен {excess} ₸ артық. Қалдықты аванс ретінде есептеуді растаңыз.',
    en: 'The payment exceeds the debt by {excess} ₸. Confirm that the rest is kept as an advance.',
  },
  OVER_ALLOCATION: {
    status: 422,
    ru: 'Распределено больше, чем есть: доступно {available} ₸. Уменьшите сумму.',
    kk: 'Бардан артық бөлінді: қолжетімдісі {available} ₸. Соманы азайтыңыз.',
    en: 'More is allocated than there is: {available} ₸ available. Reduce the amount.',
  },
  REFUND_EXCEEDS_PAYMENT: {
    status: 422,
    ru: 'Вернуть можно не больше {maximum} ₸. Уменьшите сумму возврата.',
    kk: '{maximum} ₸ сомасынан артық қайтаруға болмайды. Қайтару сомасын азайтыңыз.',
    en: 'No more than {maximum} ₸ can be refunded. Reduce the amount.',
  },
  INSUFFICIENT_BALANCE: {
    status: 422,
    ru: 'На счёте недостаточно денег: доступно {available} ₸. Уменьшите сумму или пополните счёт.',
    kk: 'Шотта ақша жеткіліксіз: қолжетімдісі {available} ₸. Соманы азайтыңыз немесе шотты толтырыңыз.',
    en: 'There is not enough money on the account: {available} ₸ available. Reduce the amount or top up the account.',
  },
  ESF_DATA_INCOMPLETE: {
    status: 422,
    ru: 'Для счёта-фактуры не хватает данных: {missing}. Заполните их и повторите.',
    kk: 'Шот-фактураға деректер жетіспейді: {missing}. Оларды толтырып, қайталаңыз.',
    en: 'Data for the tax invoice is missing: {missing}. Complete it and try again.',
  },
  PERIOD_CLOSED: {
    status: 423,
    ru: 'Период закрыт. Укажите дату в открытом периоде или попросите бухгалтера открыть его.',
    kk: 'Кезең жабық. Ашық кезеңдегі күнді көрсетіңіз немесе бухгалтерден кезеңді ашуды сұраңыз.',
    en: 'The period is closed. Use a date in an open period or ask the accountant to reopen it.',
  },
} as const satisfies Record<string, RefusalText>
