/** Draait een opdracht zonder proces: argumenten en invoer erin, afsluitcode en tekst eruit. */
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Databaseopgave } from './omgeving.ts'
import { voerUit } from './programma.ts'

export const wortel = fileURLToPath(new URL('../..', import.meta.url))
export type Uitkomst = { code: number; uit: string; fout: string }

export async function draai(
  argumenten: readonly string[],
  invoer: string | Readable = '',
  vandaag = '2027-03-01',
  database: Omit<Databaseopgave, 'sleutels'> & { sleutels?: string } = { data: `${wortel}data-bestaat-niet` },
): Promise<Uitkomst> {
  let uit = ''
  let fout = ''
  const code = await voerUit(argumenten, {
    stdin: typeof invoer === 'string' ? Readable.from([Buffer.from(invoer)]) : invoer,
    uit: (tekst) => {
      uit += tekst
    },
    fout: (tekst) => {
      fout += tekst
    },
    catalogi: `${wortel}e2e/derde-gemeente`,
    vandaag,
    versie: '0.0.0-test',
    database: async () => ({ sleutels: `${database.data}/sleutels.json`, ...database }),
    serveer: async (uitgaven) => {
      uit += `aangeboden: ${uitgaven.map((u) => u.id).join()}`
      return 0
    },
    vulDemo: async (_, { gemeenten, inwoners }) => ({ ok: true, value: { gemeenten, inwoners: gemeenten * inwoners } }),
    importeer: async () => ({ ok: false, fout: 'hier is geen database' }),
    simuleer: async () => ({ ok: false, fout: 'hier is geen database' }),
    keten: { map: undefined, vandaag: () => '2026-11-25', stopsein: () => new AbortController().signal },
    isScherm: false,
  })
  return { code, uit, fout }
}

export const draaiJson = async (argumenten: readonly string[], invoer: unknown, vandaag?: string) => {
  const gedraaid = await draai([...argumenten, '--json', '-'], JSON.stringify(invoer), vandaag)
  return { ...gedraaid, json: JSON.parse(gedraaid.uit) }
}
