import type { Call, Language } from './call.ts'

export const java: Language = {
  id: 'java',
  label: 'Java',
  write({ method, url, headers, body }: Call) {
    const publisher = body === null ? 'noBody()' : `ofString(${JSON.stringify(body)})`
    return [
      'import java.net.URI;',
      'import java.net.http.HttpClient;',
      'import java.net.http.HttpRequest;',
      'import java.net.http.HttpResponse;',
      '',
      'class Call {',
      '  public static void main(String[] args) throws Exception {',
      `    var request = HttpRequest.newBuilder(URI.create(${JSON.stringify(url)}))`,
      ...headers.map(([name, value]) => `        .header(${JSON.stringify(name)}, ${JSON.stringify(value)})`),
      `        .method(${JSON.stringify(method)}, HttpRequest.BodyPublishers.${publisher})`,
      '        .build();',
      '    var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
      '    System.out.println(response.statusCode() + " " + response.body());',
      '  }',
      '}',
    ].join('\n')
  },
}
