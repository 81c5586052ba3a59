import type { Call, Language } from './call.ts'

export const go: Language = {
  id: 'go',
  label: 'Go',
  write({ method, url, headers, body }: Call) {
    const imports = ['"fmt"', '"io"', '"log"', '"net/http"', ...(body === null ? [] : ['"strings"'])]
    const reader = body === null ? 'nil' : `strings.NewReader(${JSON.stringify(body)})`
    return [
      'package main',
      '',
      'import (',
      ...imports.map((name) => `\t${name}`),
      ')',
      '',
      'func main() {',
      `\trequest, err := http.NewRequest(${JSON.stringify(method)}, ${JSON.stringify(url)}, ${reader})`,
      '\tif err != nil {',
      '\t\tlog.Fatal(err)',
      '\t}',
      ...headers.map(
        ([name, value]) => `\trequest.Header.Add(${JSON.stringify(name)}, ${JSON.stringify(value)})`,
      ),
      '\tresponse, err := http.DefaultClient.Do(request)',
      '\tif err != nil {',
      '\t\tlog.Fatal(err)',
      '\t}',
      '\tdefer response.Body.Close()',
      '\tbody, _ := io.ReadAll(response.Body)',
      '\tfmt.Println(response.Status, string(body))',
      '}',
    ].join('\n')
  },
}
