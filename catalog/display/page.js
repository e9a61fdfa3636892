// Search of an exported page. Without it the page shows everything.
(function () {
  'use strict';
  var tools = document.querySelector('.tools');
  if (!tools || !tools.querySelector('input')) return;
  var input = tools.querySelector('input');
  var kind = tools.querySelector('select');
  var output = tools.querySelector('output');
  var nothing = document.querySelector('.nothing');
  var plain = function (text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  };
  var articles = Array.prototype.slice.call(document.querySelectorAll('article'));
  var items = articles.map(function (article) {
    return {
      article: article,
      row: document.getElementById('row_' + article.id),
      kind: article.dataset.kind || '',
      text: plain(article.textContent)
    };
  });
  var sections = Array.prototype.slice.call(document.querySelectorAll('main section.group'));
  var show = function () {
    var words = plain(input.value).split(/\s+/).filter(Boolean);
    var chosen = kind ? kind.value : '';
    var count = 0;
    items.forEach(function (item) {
      var fits = (!chosen || item.kind === chosen) &&
        words.every(function (word) { return item.text.indexOf(word) >= 0; });
      item.article.hidden = !fits;
      if (item.row) item.row.hidden = !fits;
      if (fits) count += 1;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector('article:not([hidden])');
    });
    nothing.hidden = count > 0;
    output.textContent = output.dataset.text
      .replace('{count}', count).replace('{total}', items.length);
  };
  var showTarget = function () {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest('[hidden]')) return;
    input.value = '';
    if (kind) kind.value = '';
    show();
    target.scrollIntoView();
  };
  tools.hidden = false;
  input.addEventListener('input', show);
  if (kind) kind.addEventListener('change', show);
  tools.addEventListener('submit', function (event) { event.preventDefault(); });
  tools.querySelector('button').addEventListener('click', function () { window.print(); });
  window.addEventListener('hashchange', showTarget);
  show();
})();
