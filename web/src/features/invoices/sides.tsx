import { useTranslation } from 'react-i18next'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { useWord } from '../../ui/use-word.js'
import type { InvoiceRow } from './invoice-answer.js'

interface Snapshot {
  readonly name?: string
  readonly bin?: string
  readonly iin?: string
}

/** Who sells to whom and on what terms, as it was when the invoice was issued. */
export function Sides({ invoice }: { readonly invoice: InvoiceRow }) {
  const { t } = useTranslation()
  const word = useWord()
  const told = (snapshot: Snapshot | null, name: string | null) => {
    const number = snapshot?.bin ?? snapshot?.iin
    return [snapshot?.name ?? name, number && t('finance.invoices.bin', { number })].filter(Boolean).join(', ') || '—'
  }
  const facts: Fact[] = [
    { label: t('finance.invoices.seller'), value: told(invoice.sellerSnapshot as Snapshot | null, null) },
    { label: t('finance.invoices.buyer'), value: told(invoice.buyerSnapshot as Snapshot | null, invoice.customerName) },
    ...(invoice.paymentTerms
      ? [{ label: t('finance.invoices.terms'), value: word('paymentTerms', invoice.paymentTerms) }]
      : []),
    ...(invoice.contractNumber ? [{ label: t('finance.invoices.contract'), value: invoice.contractNumber }] : []),
  ]
  return <Facts facts={facts} />
}
