import { ProgressLine } from '../../ui/timeline/progress-line.js'
import { Timeline } from '../../ui/timeline/timeline.js'
import styles from './design.module.css'
import { sampleChain } from './sample-chain.js'

export function Timelines() {
  return (
    <div className={styles.paper}>
      <Timeline
        chain={sampleChain}
        onRetry={() => {}}
        onSkip={() => {}}
        progress={
          <ProgressLine
            parts={[
              { key: 'order', label: 'заказ', state: 'done' },
              { key: 'invoice', label: 'счёт', state: 'done' },
              { key: 'reserve', label: 'резерв', state: 'working', figure: '60/100' },
              { key: 'make', label: 'производство', state: 'waiting', figure: '40' },
              { key: 'deliver', label: 'доставка', state: 'none' },
              { key: 'pay', label: 'оплата', state: 'none', figure: '0 %' },
            ]}
          />
        }
      />
    </div>
  )
}
