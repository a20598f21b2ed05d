import { Day } from '../../ui/day.js'
import { DocumentLink } from '../../ui/document-link.js'
import { Kbd } from '../../ui/kbd.js'
import { Moment } from '../../ui/moment.js'
import { Money } from '../../ui/money.js'
import { Percent } from '../../ui/percent.js'
import { Person } from '../../ui/person.js'
import { Quantity } from '../../ui/quantity.js'
import styles from './design.module.css'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export function Figures() {
  return (
    <>
      <div className={styles.row}>
        <span className={styles.column}>
          <Money value={1_234_567.89} />
          <Money value={864_000} strong />
          <Money value={-18_300} />
          <Money value={-18_300} accounting />
          <Money value={0.5} price />
          <Money value={1480.1275} price />
          <Money value={null} />
        </span>
        <span className={styles.column}>
          <Money value={950} short />
          <Money value={18_340} short />
          <Money value={18_300_000} short />
          <Money value={1_999_960_000} short />
        </span>
        <span className={styles.column}>
          <Quantity value={12} unit="шт" />
          <Quantity value={2.5} unit="м" strong />
          <Quantity value={12_000.125} unit="кг" />
          <Percent value={16} />
          <Percent value={7.25} />
        </span>
        <span className={styles.column}>
          <Day value={dayIn(0)} relative />
          <Day value={dayIn(3)} relative />
          <Day value={dayIn(-3)} relative due />
          <Day value={dayIn(-40)} due />
          <Day value={null} />
        </span>
        <span className={styles.column}>
          <Moment value={ago(0)} />
          <Moment value={ago(5)} />
          <Moment value={ago(200)} />
          <Moment value={ago(2000)} />
          <Moment value={ago(2000)} exact />
        </span>
      </div>
      <div className={styles.row}>
        <DocumentLink type="deal" id="1" number="DL-2026-000077" status="WON" />
        <DocumentLink type="order" id="1" number="SO-2026-000118" status="ON_HOLD" withStatus />
        <DocumentLink type="production_order" id="1" number="MO-2026-000042" status="IN_PROGRESS" withStatus />
        <DocumentLink type="delivery_order" id="1" number="DO-2026-000145" status="FAILED" withStatus />
        <DocumentLink type="invoice" id="1" number={null} status="DRAFT" withStatus />
        <DocumentLink type="customer" id="1" number="ТОО «Сарыарқа Жиһаз»" status="ACTIVE" />
        <DocumentLink type="order" id="1" number="SO-2026-000118" bare />
      </div>
      <div className={styles.row}>
        <Person name="Айгерим Сейтқали" />
        <Person name="Ерлан Омаров" />
        <Person name="Өмір Ғали" />
        <Person name="Ерлан Омаров" system />
        <Person name={null} />
        <Person name="Дана Қуанышева" round />
        <Kbd keys="Ctrl K" />
        <Kbd keys="/" />
      </div>
    </>
  )
}
