/** How far a registration is. It outlives a reload of the page, not the tab. */
export interface Newcomer {
  readonly email?: string
  /** Ties the code to this registration. */
  readonly signUpToken?: string
  /** The e-mail is proven; what comes next may be sent with it. */
  readonly onboardingToken?: string
  readonly codeMinutes?: number
}

const key = 'newcomer'

export function newcomer(): Newcomer {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Newcomer
  } catch {
    return {}
  }
}

export function rememberNewcomer(more: Newcomer): Newcomer {
  const known = { ...newcomer(), ...more }
  sessionStorage.setItem(key, JSON.stringify(known))
  return known
}

export const forgetNewcomer = (): void => sessionStorage.removeItem(key)
