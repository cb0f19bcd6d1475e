/** Iets aan de database dat de beheerder moet weten: wat er is en wat nu te doen. Geen fout in het programma. */
export class Databasefout extends Error {
  readonly code: string
  constructor(code: string, tekst: string, oorzaak?: unknown) {
    super(tekst, oorzaak === undefined ? undefined : { cause: oorzaak })
    this.name = 'Databasefout'
    this.code = code
  }
}
