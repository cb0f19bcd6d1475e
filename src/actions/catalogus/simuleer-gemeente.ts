/** Een wijziging doorrekenen op alles wat in een gemeente loopt, zonder iets te bewaren: voor de opdrachtregel. Alleen aantallen. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Auditrij, schrijfLogboek } from '#storage/logboek.ts'
import { gemeentecodes } from '#storage/opruimen.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import type { Simulatieuitkomst } from './gemeentedoorrekening.ts'
import { type Simulatienamen, simulatienamen, vraagInWoorden } from './simulatie-in-woorden.ts'
import { kantVan, type Simulatievraag } from './simulatievraag.ts'
import { GEVALLEN_PER_BLAD, rekenDoor } from './voer-simulatie-uit.ts'
import { maakSimulatievraag } from './vraag-simulatie.ts'

export type Gemeenteopdracht = {
  readonly gemeente: string
  /** De dag waarop de wijziging zou ingaan; zonder: vandaag. */
  readonly vanaf?: Datum | undefined
  readonly versie?: string | undefined
  readonly instellingen?: Readonly<Record<string, unknown>> | undefined
  /** Vanaf welke computer en door wie; voor het logboek. */
  readonly toegangspunt: string
}
export type Gemeentesimulatie = {
  readonly vraag: Simulatievraag
  readonly inWoorden: readonly string[]
  readonly namen: Simulatienamen
  readonly uitkomst: Simulatieuitkomst
}

export async function simuleerGemeente(
  dienst: Dienst,
  { gemeente, vanaf = dienst.vandaag(), versie, instellingen, toegangspunt }: Gemeenteopdracht,
  voortgang: (klaar: number, totaal: number) => void,
): Promise<Result<Gemeentesimulatie, Weigering>> {
  if (!(await gemeentecodes(dienst.db)).includes(gemeente)) return gemeenteOnbekend
  const gevraagd = await alsSysteem(dienst, gemeente, (tx) =>
    maakSimulatievraag({ tx, dienst, actor: { gemeente } }, { vanaf, versie, instellingen }),
  )
  if (!gevraagd.ok) return gevraagd
  await alsSysteem(dienst, gemeente, (tx) => schrijfLogboek(tx, gemeente, [logboekregel(dienst.nu(), toegangspunt)]))
  const vraag = gevraagd.value
  let totaal = 0
  const uitkomst = await rekenDoor(
    dienst,
    gemeente,
    vraag,
    {
      schrijf: async (_, stap) => {
        if ('totaal' in stap) totaal = stap.totaal ?? 0
        if ('klaar' in stap) voortgang(stap.klaar ?? 0, totaal)
        return true
      },
      // Hier komen alleen aantallen uit.
      bewaar: async () => undefined,
    },
    GEVALLEN_PER_BLAD,
  )
  const [nu, straks] = await alsSysteem(
    dienst,
    gemeente,
    async (tx) => [await kantVan(tx, gemeente, vraag.nu), await kantVan(tx, gemeente, vraag.straks)] as const,
  )
  return ok({
    vraag,
    inWoorden: vraagInWoorden(vraag, nu, straks),
    namen: simulatienamen(nu.catalogus, straks.catalogus),
    uitkomst: uitkomst as Simulatieuitkomst,
  })
}

/** Wie alles leest om te tellen, laat dat na. */
const logboekregel = (nu: Date, toegangspunt: string): Auditrij => ({
  id: nieuweId(nu),
  tijdstip: nu.toISOString(),
  soort: 'lezen',
  uitkomst: 'gelukt',
  inwoner: null,
  objecten: [{ soort: 'caseload', id: 'alles wat loopt' }],
  medewerker: null,
  rollen: 'systeem',
  namens: null,
  zaak: null,
  doel: 'wijziging doorrekenen op lopende zaken',
  toegangspunt,
  reden: null,
  weigering: null,
  hash_voor: null,
  hash_na: null,
  correlatie: 'meedoen simuleer',
})

const gemeenteOnbekend = ongeldig([
  {
    code: 'GEMEENTE_ONBEKEND',
    plaats: '/gemeente',
    tekst: 'Deze gemeente staat niet in de database. Geef de CBS-code van een gemeente die er is.',
  },
])
