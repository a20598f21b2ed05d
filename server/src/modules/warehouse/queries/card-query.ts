import { z } from 'zod'

/** A card gives its lines without being asked, too. */
export const cardQuery = z.strictObject({ include: z.enum(['lines']).optional() })
