import type { Omgeving } from './omgeving.ts'

/** Meldt voortgang op stderr: op een scherm één regel die meeloopt, in een bestand een regel per tien procent. */
export function maakVoortgang(omgeving: Omgeving, wat: string): (klaar: number, totaal: number) => void {
  let gemeld = -1
  return (klaar, totaal) => {
    const procent = totaal === 0 ? 100 : Math.floor((klaar / totaal) * 100)
    const stap = omgeving.isScherm ? procent : Math.floor(procent / 10) * 10
    if (stap === gemeld) return
    gemeld = stap
    const regel = `${wat}: ${klaar.toLocaleString('nl-NL')} van ${totaal.toLocaleString('nl-NL')} (${procent}%)`
    omgeving.fout(omgeving.isScherm ? `\r${regel}${klaar === totaal ? '\n' : ''}` : `${regel}\n`)
  }
}
