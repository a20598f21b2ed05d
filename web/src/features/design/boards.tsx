import { useState } from 'react'
import { Board } from '../../ui/board/board.js'
import type { Move } from '../../ui/board/board-types.js'
import { CardBody } from '../../ui/board/card-body.js'
import { Day } from '../../ui/day.js'
import { Mark } from '../../ui/mark.js'
import { Money } from '../../ui/money.js'
import { useWord } from '../../ui/use-word.js'
import styles from './design.module.css'
import { type SampleRow, sampleRows } from './sample-rows.js'

const stages = ['LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING', 'WON', 'LOST']
const titles = ['Стеллажи, склад', 'Столы 24 шт', 'Шкафы для раздевалок новой школы олимпийского резерва', 'Кухня']
const all = sampleRows(160)

export function Boards() {
  const word = useWord()
  const [stageOf, setStageOf] = useState(
    () => new Map(all.map((card, index) => [card.id, stages[(index * index) % 6] ?? ''])),
  )
  const move = ({ card, to }: Move<SampleRow>) => setStageOf((before) => new Map(before).set(card.id, to))
  const columns = stages.map((key) => {
    const cards = all.filter(({ id }) => stageOf.get(id) === key)
    const sum = cards.reduce((total, card) => total + card.total, 0)
    const tone = key === 'WON' ? ({ tone: 'success' } as const) : key === 'LOST' ? ({ tone: 'danger' } as const) : {}
    return {
      key,
      title: word('deal', key),
      count: cards.length,
      sum,
      ...(key === 'WON' || key === 'LOST' ? {} : { expected: sum * 0.4 }),
      cards,
      ...tone,
    }
  })
  const titleOf = (card: SampleRow) => titles[Number(card.id.slice(3)) % titles.length] ?? ''
  return (
    <div className={styles.window}>
      <Board
        label="Воронка"
        columns={columns}
        keyOf={(card) => card.id}
        nameOf={titleOf}
        onOpen={() => {}}
        onMove={move}
        render={(card) => (
          <CardBody
            title={titleOf(card)}
            party={card.customer}
            value={<Money value={card.total} />}
            person={card.person}
            next={
              <>
                Звонок <Day value={card.day} relative due />
              </>
            }
            marks={Number(card.id.slice(3)) % 3 === 0 && <Mark tone="warning" label="Давно без движения" />}
          />
        )}
      />
    </div>
  )
}
