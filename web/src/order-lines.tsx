import { money, quantity } from './format.js'
import { useLanguage, word } from './language.js'
import type { OrderItem } from './order-answer.js'

/** The parts of a bundle have no price of their own. */
export function OrderLines({ items }: { items: readonly OrderItem[] }) {
  const { texts } = useLanguage()
  const { order } = texts
  const supply = ({ allocations, unit }: OrderItem) =>
    allocations
      .map(({ kind, quantity: part }) =>
        kind === 'NONE' ? texts.supply.NONE : `${word(texts.supply, kind)} ${quantity(part)} ${unit}`,
      )
      .join(', ')
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{order.number}</th>
            <th scope="col">{order.name}</th>
            <th scope="col" className="figure">
              {order.quantity}
            </th>
            <th scope="col" className="figure">
              {order.price}
            </th>
            <th scope="col" className="figure">
              {order.vat}
            </th>
            <th scope="col" className="figure">
              {order.amount}
            </th>
            <th scope="col">{order.supply}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={item.parentItemId ? 'part' : undefined}>
              <td>{item.lineNo}</td>
              <td>{item.productName}</td>
              <td className="figure">{`${quantity(item.quantity)} ${item.unit}`}</td>
              <td className="figure">{!item.parentItemId && money(item.unitPrice)}</td>
              <td className="figure">
                {!item.parentItemId && (item.vatExempt ? order.noVat : `${quantity(item.vatRate)}\u00a0%`)}
              </td>
              <td className="figure">{!item.parentItemId && money(item.totalPrice)}</td>
              <td>{supply(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
