import { useTranslation } from 'react-i18next'
import { type FieldProblem, Refused } from '../../lib/http.js'

/** What the server says about one field of what was sent: `const problemOf = useFieldProblems(error)`, `problemOf('bin', 'iin')`. */
export function useFieldProblems(error: unknown): (...names: readonly string[]) => string | undefined {
  const { t } = useTranslation()
  return (...names) => {
    const found = problemsOf(error).find((problem) => isAbout(problem, names))
    return found?.code === 'WEAK_PASSWORD' ? t('session.rules.weak') : found?.message
  }
}

/** A refusal that is about none of the fields that the form shows. */
export const formProblem = (error: unknown, ...names: readonly string[]): unknown =>
  problemsOf(error).some((problem) => isAbout(problem, names)) ? null : error

const problemsOf = (error: unknown): readonly FieldProblem[] => (error instanceof Refused ? error.fields : [])

const isAbout = ({ field }: FieldProblem, names: readonly string[]): boolean =>
  names.some((name) => field === name || field.endsWith(`.${name}`))
