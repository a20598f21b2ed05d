import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { type Fact, Facts } from '../../../ui/document-page/facts.js'
import { Percent } from '../../../ui/percent.js'
import { Person } from '../../../ui/person.js'
import { useWord } from '../../../ui/use-word.js'
import type { Customer } from '../customer-answer.js'

/** What else is known; what is not known takes no room. */
export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  const { legalForm, leadSource, website, tags, lastPurchaseDate } = customer
  const written = (name: 'legalName' | 'bankAccount' | 'bankBik' | 'kbe' | 'industry' | 'vatCertificate') => {
    const value = customer[name]
    return value !== null && value !== customer.name && { label: t(`customers.facts.${name}`), value }
  }
  const facts: readonly (Fact | false)[] = [
    {
      label: t('customers.facts.owner'),
      value: customer.assigneeName ? <Person name={customer.assigneeName} /> : '—',
    },
    { label: t('customers.facts.type'), value: word('customerType', customer.type) },
    legalForm !== null && { label: t('customers.facts.legalForm'), value: t(`customers.legalForm.${legalForm}`) },
    written('legalName'),
    { label: t('customers.facts.segment'), value: word('segment', customer.segment) },
    { label: t('customers.facts.tier'), value: word('tier', customer.tier) },
    lastPurchaseDate !== null && {
      label: t('customers.facts.lastPurchase'),
      value: <Day value={dayOf(lastPurchaseDate, zone)} />,
    },
    customer.discountPercent > 0 && {
      label: t('customers.facts.discount'),
      value: <Percent value={customer.discountPercent} />,
    },
    leadSource !== null && { label: t('customers.facts.source'), value: word('leadSource', leadSource) },
    customer.vatPayer && { label: t('customers.facts.vatPayer'), value: t('customers.yes') },
    written('vatCertificate'),
    written('bankAccount'),
    written('bankBik'),
    written('kbe'),
    written('industry'),
    website !== null && {
      label: t('customers.facts.website'),
      value: /^https?:\/\//.test(website) ? (
        <a href={website} rel="noreferrer" target="_blank">
          {website}
        </a>
      ) : (
        website
      ),
    },
    { label: t('customers.facts.language'), value: t(`customers.language.${customer.preferredLanguage}`) },
    tags.length > 0 && { label: t('customers.form.tagsShort'), value: tags.join(', ') },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}
