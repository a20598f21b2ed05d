import { Refusal } from '../../kernel/refusal.js'

const demands: ReadonlyArray<readonly [RegExp, string]> = [
  [/^.{8,128}$/su, '8 to 128 characters'],
  [/\p{Lu}/u, 'an upper-case letter'],
  [/\p{Ll}/u, 'a lower-case letter'],
  [/\d/u, 'a digit'],
  [/[^\p{L}\p{N}\s]/u, 'a special character'],
]

/** Those that everybody tries among the passwords that meet the demands; compared without case. */
const common = new Set([
  'password1!',
  'password!1',
  'password@1',
  'p@ssword1',
  'p@ssw0rd',
  'p@ssw0rd1',
  'p@ssw0rd!',
  'p@ssw0rd123',
  'passw0rd!',
  'pa$$w0rd',
  'pa$$word1',
  'qwerty1!',
  'qwerty123!',
  'qwerty12#',
  'qwerty@123',
  'q1w2e3r4!',
  '1qaz@wsx',
  '1qaz!qaz',
  'zaq1@wsx',
  'admin123!',
  'admin@123',
  'administrator1!',
  'root123!',
  'welcome1!',
  'welcome@123',
  'welcome123!',
  'letmein1!',
  'iloveyou1!',
  'abc123!@#',
  'abcd1234!',
  'aa123456!',
  'aa12345!',
  'changeme1!',
  'summer2024!',
  'summer2025!',
  'winter2025!',
  'hello123!',
  'monkey123!',
  'dragon123!',
  'login123!',
  'пароль123!',
  'пароль1!',
  'йцукен123!',
  'привет123!',
  'админ123!',
])

/** Refuses a password that is easy to guess. */
export function mustBeStrong(password: string, email: string, field = 'password'): void {
  const lower = password.toLowerCase()
  const [name = ''] = email.toLowerCase().split('@')
  const missing = demands.filter(([pattern]) => !pattern.test(password)).map(([, demand]) => demand)
  const guessable =
    common.has(lower) || lower.includes(email.toLowerCase()) || (name.length >= 4 && lower.includes(name))
  const message = missing.length > 0 ? `needs ${missing.join(', ')}` : guessable ? 'is easy to guess' : undefined
  if (message)
    throw new Refusal('VALIDATION_FAILED', { fieldErrors: [{ field, code: 'WEAK_PASSWORD', message }] }, field)
}
