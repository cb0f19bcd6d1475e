/** Iets mis in een catalogus: waar in welk bestand, wat, en wat de beheerder nu kan doen. Regel en kolom tellen vanaf 1. */
export type Catalogusfout = {
  readonly bestand: string
  readonly regel: number
  readonly kolom: number
  readonly code: string
  readonly tekst: string
  readonly watNu: string
}

export type Plaats = { readonly bestand: string; readonly regel: number; readonly kolom: number }

/** Eén regel tekst zoals compilers hem schrijven, zodat een editor erheen kan springen: `bestand:regel:kolom  wat. Wat nu.` */
export function toonCatalogusfout(f: Catalogusfout): string {
  return `${f.bestand}:${f.regel}:${f.kolom}  ${f.tekst} ${f.watNu} [${f.code}]`
}
