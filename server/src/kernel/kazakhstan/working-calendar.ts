/** The holidays of the country, by year and as MM-DD, with the days that holidays moved to. */
export type WorkingCalendar = Readonly<Record<string, readonly string[]>>

/**
 * 2026 is official; 2027 follows from the rule that a state holiday on a weekend moves to the next working day.
 * 7 January and Kurban Ait do not move; Kurban Ait 2027 is not announced yet. 30 August is no holiday since the
 * Constitution of 15 March 2026.
 */
export const kazakhCalendar: WorkingCalendar = {
  '2026': [
    ...['01-01', '01-02', '01-07', '03-08', '03-09', '03-21', '03-22', '03-23', '03-24', '03-25', '05-01', '05-07'],
    ...['05-09', '05-11', '05-27', '07-06', '10-25', '10-26', '12-16'],
  ],
  '2027': [
    ...['01-01', '01-02', '01-04', '01-07', '03-08', '03-15', '03-21', '03-22', '03-23', '03-24', '05-01', '05-03'],
    ...['05-07', '05-09', '05-10', '07-06', '10-25', '12-16'],
  ],
}
