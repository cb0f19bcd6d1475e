/** Een proefserver waarin Noor onderzoeken begint, en wat een test daarvan wil weten. */
import { maakProefzaak, type Proefzaak } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { maakProefserver, type Proefgebruiker } from './proefserver.testhulp.ts'

type Begonnen = Proefzaak & { id: string; bewaar: (antwoorden: unknown[], versie?: number) => ReturnType<Proefgebruiker['roep']> }

export async function maakOnderzoekproef() {
  const s = await maakProefserver()
  const catalogus = s.uitgaven[0]?.versies.at(-1) as Catalogus
  let aangemeld = await s.meldAan('consulent')
  const noor = { roep: ((...a) => aangemeld.roep(...a)) as Proefgebruiker['roep'] }
  /** Na een sprong van de klok is de oude sessie voorbij. */
  const meldNoorOpnieuwAan = async () => {
    aangemeld = await s.meldAan('consulent')
  }
  const proefzaak = async (anders = {}, welke = 0): Promise<Proefzaak> =>
    maakProefzaak(s, (await s.als('consulent', undefined, welke)).actor, anders)

  /** Een begonnen onderzoek van Noor, met een teller die de ETag bijhoudt. */
  async function onderzoek(): Promise<Begonnen> {
    const zaak = await proefzaak()
    const { lichaam, status } = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)
    if (status !== 201) throw new Error(JSON.stringify(lichaam))
    let versie = 1
    return {
      ...zaak,
      id: lichaam.id,
      bewaar: async (antwoorden, gezien = versie) => {
        const antwoord = await noor.roep('POST', `/onderzoeken/${lichaam.id}/antwoorden`, { antwoorden }, { 'if-match': `"v${gezien}"` })
        if (antwoord.status === 201) versie = antwoord.lichaam.versie
        return antwoord
      },
    }
  }
  const jaNee = () => Object.entries(catalogus.vragen).flatMap(([id, v]) => (v.soort === 'janee' && !v.bepaaldDoor ? [id] : []))
  const logboek = (inwoner: string) =>
    s.eigenaar.selectFrom('audit').select(['soort', 'uitkomst', 'doel', 'objecten']).where('inwoner', '=', inwoner).orderBy('id').execute()
  return { s, noor, catalogus, proefzaak, onderzoek, jaNee, logboek, meldNoorOpnieuwAan }
}
