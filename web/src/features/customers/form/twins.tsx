import type { duplicates } from '@prometric/contracts/customer-commands'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Answered, ask } from '../../../lib/api.js'
import styles from '../customers.module.css'

type Duplicates = Answered<typeof duplicates>

interface TwinsProps {
  readonly given: {
    readonly name: string
    readonly phone: string
    readonly email: string
    readonly bin: string
    readonly iin: string
  }
}

/** Who of the known customers this may be, while the form is still being filled in. */
export function Twins({ given }: TwinsProps) {
  const { t } = useTranslation()
  const whole = {
    ...(given.name.trim().length > 3 && { name: given.name.trim() }),
    ...(given.phone.replaceAll(/\D/g, '').length === 11 && { phone: given.phone }),
    ...(/^\S+@\S+\.\S+$/.test(given.email) && { email: given.email }),
    ...(given.bin.length === 12 && { bin: given.bin }),
    ...(given.iin.length === 12 && { iin: given.iin }),
  }
  const [body] = useDebouncedValue(JSON.stringify(whole), 400)
  const { data } = useQuery({
    queryKey: ['/customers/check-duplicate', body],
    queryFn: ({ signal }) =>
      ask<Duplicates>('/customers/check-duplicate', { method: 'POST', body: JSON.parse(body) as unknown, signal }),
    enabled: body !== '{}',
    staleTime: 60_000,
  })
  const found = data?.data.matches.slice(0, 3) ?? []
  if (found.length === 0) return null
  return (
    <div className={styles.twins} role="status">
      <span>{t('customers.twins.found')}</span>
      <ul>
        {found.map(({ customer, field }) => (
          <li key={customer.id}>
            <Link to="/customers/$id" params={{ id: customer.id }} target="_blank">
              {customer.name}
            </Link>{' '}
            {`${customer.customerNumber} · ${t(`customers.twins.${field}`)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
