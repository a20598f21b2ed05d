import { useTranslation } from 'react-i18next'
import styles from './skeletons.module.css'

type Shape = 'table' | 'board' | 'document' | 'card' | 'lines'

/** Grey shapes of what is coming: a table, a board, a document, a card, some lines. */
export function Skeleton({ shape, rows = 8 }: { readonly shape: Shape; readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status" aria-label={t('ui.loading')}>
      {shape === 'table' && <Rows count={rows} />}
      {shape === 'lines' && <Lines count={rows} />}
      {shape === 'card' && <Card />}
      {shape === 'board' && <Board />}
      {shape === 'document' && <Document rows={rows} />}
    </div>
  )
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index)
/** Words are not all equally long. */
const width = (index: number, from = 40, spread = 45) => `${from + ((index * 37) % spread)}%`

function Rows({ count }: { readonly count: number }) {
  return times(count).map((row) => (
    <div key={row} className={styles.row}>
      <Bone width="88px" />
      <Bone width={width(row)} grow />
      <Bone width={width(row + 3, 30)} grow />
      <Bone width="72px" />
      <Bone width="96px" />
    </div>
  ))
}

function Lines({ count }: { readonly count: number }) {
  return times(count).map((line) => (
    <div key={line} className={styles.line}>
      <Bone width={width(line)} />
    </div>
  ))
}

function Card() {
  return (
    <div className={styles.card}>
      <Bone width="75%" />
      <Bone width="50%" />
      <Bone width="38%" />
    </div>
  )
}

function Board() {
  return (
    <div className={styles.board}>
      {[4, 3, 5, 2, 3].map((cards, column) => (
        <div key={column} className={styles.column}>
          <Bone width="60%" />
          {times(cards).map((card) => (
            <Card key={card} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Document({ rows }: { readonly rows: number }) {
  return (
    <div className={styles.document}>
      <div className={styles.head}>
        <Bone width="260px" tall />
        <Bone width="180px" />
      </div>
      <div>
        <Rows count={rows} />
      </div>
      <div className={styles.side}>
        <Card />
        <Card />
      </div>
    </div>
  )
}

function Bone({ width, grow = false, tall = false }: { width: string; grow?: boolean; tall?: boolean }) {
  return (
    <span className={grow ? styles.cell : undefined}>
      <span className={`${styles.bone} ${tall ? styles.tall : ''}`} style={{ width }} />
    </span>
  )
}
