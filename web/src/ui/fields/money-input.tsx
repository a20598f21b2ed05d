import { NumberField, type NumberFieldProps } from './number-field.js'

/** An amount in tenge; with `price`, of one piece and up to four decimals. */
export function MoneyInput({ price = false, ...rest }: NumberFieldProps & { readonly price?: boolean }) {
  return <NumberField {...rest} decimals={price ? 4 : 2} least={2} sign="₸" />
}
