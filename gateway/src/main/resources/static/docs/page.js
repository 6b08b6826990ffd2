fetch('/openapi/index.json')
  .then(answer => answer.json())
  .then(urls => SwaggerUIBundle({
    urls,
    dom_id: '#api',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout'
  }));
