/** A request body as it came: JSON, or multipart with `payload_json` and `files[n]`. */

export interface UploadedFile {
  /** The n of `files[n]`. */
  number: number
  filename: string
  contentType: string
  data: Buffer
}

export interface ReadBody {
  json: unknown
  files: UploadedFile[]
}

/** Undefined where it is neither; an empty body is an empty object. */
export async function readBody(contentType: string, raw: Buffer): Promise<ReadBody | undefined> {
  try {
    if (!contentType.startsWith('multipart/form-data'))
      return { json: raw.length === 0 ? {} : JSON.parse(raw.toString()), files: [] }
    const form = await new Response(new Uint8Array(raw), {
      headers: { 'content-type': contentType },
    }).formData()
    const files: UploadedFile[] = []
    let json: unknown = {}
    for (const [name, value] of form) {
      if (name === 'payload_json') json = JSON.parse(String(value))
      const number = /^files\[(\d+)\]$/.exec(name)?.[1]
      if (number === undefined || typeof value === 'string') continue
      const data = Buffer.from(await value.arrayBuffer())
      files.push({ number: Number(number), filename: value.name, contentType: value.type, data })
    }
    return { json, files }
  } catch {
    return undefined
  }
}
