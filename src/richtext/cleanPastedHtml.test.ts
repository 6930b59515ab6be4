import { describe, expect, it } from 'vitest'
import { cleanPastedHtml } from './cleanPastedHtml'

/** As Word for the desktop writes it: one file with its own style sheet, conditional comments and list markers in the text. */
const word = (body: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style>
<!--
 @font-face {font-family:Calibri;}
 p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
 @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;}
-->
</style>
</head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
${body}
<!--EndFragment-->
</body>
</html>`

const item = (level: number, marker: string, words: string, place = 'Middle'): string =>
  `<p class=MsoListParagraphCxSp${place} style='margin-left:${36 * level}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
lang=EN-GB style='font-family:Symbol;mso-fareast-font-family:Symbol;color:#1F3763'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-GB>${words}<o:p></o:p></span></p>`

const clean = (html: string): string => cleanPastedHtml(html).html.replace(/\n/g, '')

describe('What Word puts on the clipboard', () => {
  it('keeps headings, words and emphasis, and drops how they look', () => {
    const pasted = word(`
<h1 style='margin-top:12.0pt'><span lang=EN-GB style='font-size:20.0pt;color:#2F5496'>Sleeping well<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=EN-GB style='font-family:"Arial",sans-serif;color:red;background:yellow'>Rest
<b>every</b> night, <i style='mso-bidi-font-style:normal'>even</i> at weekends.<span style='mso-spacerun:yes'>&nbsp; </span>Water is H<sub>2</sub>O.</span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2><b>At night</b></h2>
<p class=MsoNormal>Read <a href="https://example.org/sleep"><span style='color:#0563C1;text-decoration:underline'>this page</span></a>.</p>`)
    expect(clean(pasted)).toBe(
      '<h2 id="sleeping-well">Sleeping well</h2><p>Rest <strong>every</strong> night, <em>even</em> at weekends. Water is H<sub>2</sub>O.</p>' +
        '<h2 id="at-night">At night</h2><p>Read <a href="https://example.org/sleep" rel="noopener noreferrer">this page</a>.</p>',
    )
  })

  it('makes lists of paragraphs that are lists, nested and numbered', () => {
    const pasted = word(
      `<p class=MsoNormal>Before</p>
${item(1, '·', 'Drink water', 'First')}
${item(2, 'o', 'at breakfast')}
${item(2, 'o', 'at noon')}
${item(1, '·', 'Walk a <b>little</b>', 'Last')}
<p class=MsoNormal>Then</p>
${item(1, '3.', 'Lie down', 'First')}
${item(2, 'a)', 'on your side')}
${item(1, '4.', 'Get up', 'Last')}`,
    )
    expect(clean(pasted)).toBe(
      '<p>Before</p><ul><li>Drink water<ul><li>at breakfast</li><li>at noon</li></ul></li><li>Walk a <strong>little</strong></li></ul>' +
        '<p>Then</p><ol start="3"><li>Lie down<ol><li>on your side</li></ol></li><li>Get up</li></ol>',
    )
  })

  it('tells a numbered list from the bullets before it, and takes the number off a heading', () => {
    const pasted = word(
      `<h2 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>First part</h2>
${item(1, '·', 'A bullet', 'First')}${item(1, '1.', 'A number', 'Last')}`,
    )
    expect(clean(pasted)).toBe(
      '<h2 id="first-part">First part</h2><ul><li>A bullet</li></ul><ol><li>A number</li></ol>',
    )
  })

  it('does not take a word of one letter for a number', () => {
    expect(clean(word(item(1, 'o', 'Round bullet')))).toBe('<ul><li>Round bullet</li></ul>')
  })

  it('leaves out comments, deletions and hidden words, and keeps what was inserted', () => {
    const pasted =
      word(`<p class=MsoNormal>Take <del cite="mailto:A%20Writer" datetime="2026-01-05T10:00"><s>two</s></del><ins
cite="mailto:A%20Writer">one</ins> a day<span style='mso-hide:all;display:none'>secret</span><span class=MsoCommentReference><a
href="#_msocom_1">[AW1]</a></span>.</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this right?</p></div></div>`)
    expect(clean(pasted)).toBe('<p>Take one a day.</p>')
  })

  it('makes a heading of the title, and rows of a table, and says what it left out', () => {
    const { html, warnings } = cleanPastedHtml(
      word(`<p class=MsoTitle>About sleep</p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal>Hours</p></td><td><p class=MsoNormal>Eight</p></td></tr></table>
<p class=MsoNormal><img width=200 height=100 src="file:///C:/Users/A/Temp/msohtmlclip1/clip_image001.png" v:shapes="Picture_x0020_1"></p>`),
    )
    expect(html.replace(/\n/g, '')).toBe('<h2 id="about-sleep">About sleep</h2><ul><li>Hours; Eight</li></ul>')
    expect(warnings).toEqual(['a table was turned into a list', 'images were left out'])
  })

  it('reads the lists of Word on the web, each item a list of its own', () => {
    const line = (tag: string, level: number, words: string) =>
      `<div class="ListContainerWrapper SCXW1 BCX0"><${tag} class="BulletListStyle1" role="list"><li data-leveltext="" data-font="Symbol" data-aria-posinset="1" data-aria-level="${level}" role="listitem" class="OutlineElement"><p class="Paragraph" paraid="1"><span data-contrast="auto" class="TextRun"><span class="NormalTextRun">${words}</span></span><span class="EOP" data-ccp-props="{}">&nbsp;</span></p></li></${tag}></div>`
    expect(clean(line('ul', 1, 'Knees') + line('ul', 2, 'left') + line('ul', 1, 'Hips'))).toMatch(
      /^<ul><li>Knees\s*<ul><li>left\s*<\/li><\/ul><\/li><li>Hips\s*<\/li><\/ul>$/,
    )
  })
})

describe('What other programs put on the clipboard', () => {
  it('Google Docs: emphasis that stands only in styles, inside a bold that is none', () => {
    const pasted = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;">Caring for feet</span></h2><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;color:#434343;font-weight:700;">Look</span><span style="font-size:11pt;font-weight:400;font-style:italic;"> every</span><span style="font-weight:400;text-decoration:underline;"> day</span></p><br><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">soles</span></p></li><ul style="margin-top:0"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>heels</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`
    expect(clean(pasted)).toBe(
      '<h2 id="caring-for-feet">Caring for feet</h2><p><strong>Look</strong><em> every</em><u> day</u></p>' +
        '<ul><li>soles<ul><li>heels</li></ul></li></ul>',
    )
  })

  it('LibreOffice: font elements and classes', () => {
    const pasted = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head><body lang="es-ES" dir="ltr"><h1 class="western"><font face="Liberation Sans">Dolor de rodilla</font></h1><p style="margin-bottom: 0cm"><font color="#c9211e"><font size="4" style="font-size: 14pt">Mueva la rodilla <b>cada día</b>.</font></font></p><p style="margin-bottom: 0cm"><br/></p><ol><li><p>Siéntese.</p></li><li><p>Estire la pierna.</p></li></ol></body></html>`
    expect(clean(pasted)).toBe(
      '<h2 id="dolor-de-rodilla">Dolor de rodilla</h2><p>Mueva la rodilla <strong>cada día</strong>.</p><ol><li>Siéntese.</li><li>Estire la pierna.</li></ol>',
    )
  })

  it('a web page: its scripts, handlers and unsafe links', () => {
    const pasted = `<p onclick="steal()">Hello <a href="javascript:alert(1)">there</a><script>alert(2)</script><style>p{}</style><iframe src="https://evil.example"></iframe></p>`
    expect(cleanPastedHtml(pasted)).toEqual({ html: '<p>Hello there</p>', warnings: ['an unsafe link was left out'] })
  })

  it('a few words in the middle of a line', () => {
    expect(clean(`<span style="color: rgb(0,0,0); font-size: medium;">two words</span>`)).toBe('<p>two words</p>')
  })

  it('nothing but spaces', () => {
    expect(clean('<p>&nbsp;</p><div><br></div>')).toBe('')
  })
})
