import { money, quantity } from './format.js'
import { useLanguage, word } from './language.js'
import type { OrderItem } from './order-answer.js'

export function OrderLines({ items }: { items: readonly OrderItem[] }) {
  const { texts, language } = useLanguage()
  const { order } = texts
  const supply = ({ allocations, unit }: OrderItem) =>
    allocations
      .map(({ kind, quantity: part }) =>
        kind === 'NONE' ? texts.supply.NONE : `${word(texts.supply, kind)} ${quantity(part, language)} ${unit}`,
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
            <tr key={item.id}>
              <td>{item.lineNo}</td>
              <td>{item.productName}</td>
              <td className="figure">{`${quantity(item.quantity, language)} ${item.unit}`}</td>
              <td className="figure">{money(item.unitPrice, language)}</td>
              <td className="figure">{item.vatExempt ? order.noVat : `${quantity(item.vatRate, language)}\u00a0%`}</td>
              <td className="figure">{money(item.totalPrice, language)}</td>
              <td>{supply(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
