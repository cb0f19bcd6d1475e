/** Een reeks verzoeken naar een server sturen en elke duur bewaren. */
import autocannon from 'autocannon'

export type Verzoek = { readonly methode: string; readonly pad: string; readonly koppen: Record<string, string>; readonly lichaam?: string }
export type Duren = number[]

/** `aantal` verzoeken over zoveel verbindingen; geeft de duren in milliseconden. Een fout of een ander antwoord dan 2xx (of `mag`) stopt de meting. */
export function belast(
  url: string,
  volgende: () => Verzoek,
  aantal: number,
  verbindingen: number,
  mag: readonly number[] = [],
): Promise<Duren> {
  return new Promise((klaar, mis) => {
    const duren: Duren = []
    const vreemd: number[] = []
    const last = autocannon(
      {
        url,
        connections: verbindingen,
        amount: aantal,
        requests: [
          {
            setupRequest: (vraag) => {
              const { methode, pad, koppen, lichaam } = volgende()
              const { body: _, ...rest } = vraag
              return {
                ...rest,
                method: methode,
                path: pad,
                headers: { ...koppen, ...(lichaam !== undefined && { 'content-type': 'application/json' }) },
                ...(lichaam !== undefined && { body: lichaam }),
              }
            },
          },
        ],
      },
      (fout, { errors }) => {
        if (fout) mis(fout)
        else if (errors > 0 || vreemd.length > 0) mis(new Error(`${url}: ${errors} fouten, antwoorden ${[...new Set(vreemd)].join(', ')}`))
        else klaar(duren)
      },
    )
    last.on('response', (_client: unknown, status: number, _bytes: number, duur: number) => {
      duren.push(duur)
      if ((status < 200 || status > 299) && !mag.includes(status)) vreemd.push(status)
    })
  })
}

export function percentiel(duren: Duren, p: number): number {
  const gesorteerd = [...duren].sort((a, b) => a - b)
  return gesorteerd[Math.min(gesorteerd.length - 1, Math.floor((gesorteerd.length * p) / 100))] ?? Number.NaN
}
