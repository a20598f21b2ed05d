import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** Every environment variable that the program reads, with its safe default. `.env.example` lists the same names. */
const environment = z.object({
  PORT: count.default(5001),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('.data'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url().optional(),
  DATABASE_ADMIN_URL: z.url().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  JWT_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  ORCHESTRATION: z.enum(['inline', 'queued']).default('inline'),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  RATE_LIMIT_READS: count.default(1000),
  RATE_LIMIT_WRITES: count.default(100),
  RATE_LIMIT_ANONYMOUS: count.default(10),
  RATE_LIMIT_AUTH: count.default(100),
  RATE_LIMIT_LOGINS_ADDRESS: count.default(20),
  RATE_LIMIT_LOGINS_ACCOUNT: count.default(5),
  TRUSTED_PROXIES: z.string().default(''),
  CORS_ORIGINS: z.string().default(''),
  METRICS_TOKEN: z.string().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Prometric <no-reply@prometric.kz>'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DEMO: flag.optional(),
})

export type Configuration = Readonly<z.infer<typeof environment>> & { readonly demo: boolean }

/** Reads the environment or says in one message everything that is wrong with it. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const result = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration cannot be used:\n${problems.join('\n')}`)
  }
  const values = result.data
  if (values.DATABASE_URL && !values.JWT_SECRET)
    throw new Error('The configuration cannot be used:\n  JWT_SECRET: required with DATABASE_URL')
  if (values.DEMO && values.NODE_ENV === 'production')
    throw new Error('The configuration cannot be used:\n  DEMO: refused in production')
  return { ...values, demo: values.DEMO ?? (values.DATABASE_URL === undefined && values.NODE_ENV !== 'production') }
}
