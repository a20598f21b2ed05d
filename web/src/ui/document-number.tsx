import styles from './document.module.css'

/** The number of a document, in the typeface that only such numbers have. */
export function DocumentNumber({ children }: { readonly children: string | null | undefined }) {
  return children ? <span className={styles.number}>{children}</span> : <span className={styles.none}>—</span>
}
