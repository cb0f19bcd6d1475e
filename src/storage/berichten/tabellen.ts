/** De berichttabellen zoals Kysely ze kent, zover de opdrachten niet gewoon SQL zijn; de waarheid staat in `migraties/`. */
export type Berichttabellen = {
  bericht: {
    gemeente: string
    id: string
    partij: string
    aanbieder: string | null
    richting: 'in' | 'uit'
    naam: string | null
    identificatie: string | null
    uitkomst: string
    retour: string | null
    over: string | null
    telt: boolean
    vastgelegd_op: Date
    verzonden_op: Date | null
  }
}
