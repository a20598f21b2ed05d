import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { Refused } from '../../lib/http.js'
import { Empty } from '../../ui/states/empty.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import styles from './design.module.css'

const broken = new Refused(
  500,
  'INTERNAL_ERROR',
  'Произошла ошибка на сервере.',
  {},
  [],
  '01a1fec6-9688-73b6-9d72-707d371c4265',
)
const refused = new Refused(
  409,
  'CREDIT_LIMIT_EXCEEDED',
  'Заказ превышает кредитный лимит клиента на 420 000 ₸. Согласуйте его или уменьшите сумму.',
)
const nothing = () => {}

export function States() {
  return (
    <div className={styles.gap}>
      <div className={styles.grid}>
        <div className={styles.gap} style={{ alignContent: 'start' }}>
          <Problem error={broken} retry={nothing} />
          <Problem error={new Refused(0, 'NO_CONNECTION', '')} retry={nothing} />
          <Refusal error={refused} />
        </div>
        <Empty icon={<IconInbox size={20} stroke={1.5} />} action={<Button size="xs">Создать сделку</Button>}>
          Здесь появятся заказы: выиграйте сделку, и заказ создастся сам.
        </Empty>
        <div className={styles.gap}>
          <Skeleton shape="card" />
          <Skeleton shape="lines" rows={3} />
        </div>
      </div>
      <Skeleton shape="table" rows={4} />
      <Skeleton shape="board" />
      <Skeleton shape="document" rows={4} />
    </div>
  )
}
