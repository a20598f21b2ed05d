import { z } from 'zod'

// How people and companies are reached and addressed, wherever they appear.

export const preferredLanguage = z.enum(['kk', 'ru', 'en'])

/** An e-mail address as it is kept: trimmed and in lower case. */
export const emailIn = z.string().trim().toLowerCase().max(255).regex(z.regexes.email, 'an e-mail address')
