import type { Letter } from '../../platform/mail/mail.js'

/** The letters that identity sends; Russian, the language every reader here shares. */
export const codeLetter = (to: string, code: string): Letter => ({
  to,
  subject: 'Код подтверждения Prometric',
  text: `Ваш код: ${code}\n\nОн действует 15 минут. Если вы не регистрировались, ничего не делайте.\n`,
})
export const resetLetter = (to: string, code: string): Letter => ({
  to,
  subject: 'Смена пароля Prometric',
  text: `Код для нового пароля: ${code}\n\nОн действует 15 минут. Если вы не просили о нём, ничего не делайте.\n`,
})
export const knownLetter = (to: string): Letter => ({
  to,
  subject: 'У вас уже есть учётная запись',
  text: 'Кто-то пытался зарегистрироваться с вашей почтой. Войдите со своим паролем или восстановите его.\n',
})
export const invitationLetter = (to: string, company: string): Letter => ({
  to,
  subject: `Вас пригласили в ${company}`,
  text: `Вы стали участником «${company}». Откройте «Забыли пароль?» на странице входа и выберите пароль для этой почты.\n`,
})
export const joinRequestLetter = (to: string, name: string): Letter => ({
  to,
  subject: 'Новая заявка сотрудника',
  text: `${name} просит принять его в организацию. Рассмотрите заявку в разделе «Сотрудники».\n`,
})
export const notAcceptedLetter = (to: string): Letter => ({
  to,
  subject: 'Заявка не передана',
  text: 'Организация с таким БИН не принимает заявки. Сверьте БИН с работодателем и подайте заявку снова.\n',
})
export const requestPassedLetter = (to: string): Letter => ({
  to,
  subject: 'Заявка передана',
  text: 'Мы передали вашу заявку организации и напишем, когда она решит.\n',
})
export const approvedLetter = (to: string, company: string): Letter => ({
  to,
  subject: 'Заявка одобрена',
  text: `Организация «${company}» приняла вас. Войдите со своим паролем.\n`,
})
export const rejectedLetter = (to: string, company: string, reason: string): Letter => ({
  to,
  subject: 'Заявка отклонена',
  text: `Организация «${company}» отклонила вашу заявку. Причина: ${reason}\n`,
})
