namespace HousingInventory.Export.Html;

/// <summary>Style and script of the work list. The page is whole without the script: all rows, cards and the map are in it; the script finds, sorts and moves.</summary>
internal static class WorkListLook
{
    public const string Style =
        """
        header,main,footer{max-width:90rem}
        .work{display:inline-block;background:#7a3e00;color:#fff;padding:.15rem .7rem;border-radius:4px;font-weight:600}
        .tools{clear:both;display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;background:var(--ground);padding:.75rem 1rem;border-radius:6px;margin:1rem 0}
        .tools label{display:block;font-size:.88rem;color:var(--soft)}.tools input,.tools select{font:inherit;padding:.35rem .5rem;border:1px solid #6b7785;border-radius:4px;background:#fff;color:var(--ink);max-width:14rem}
        button{font:inherit;padding:.35rem .75rem;border:1px solid #6b7785;border-radius:4px;background:#fff;color:var(--ink);cursor:pointer}button:hover{background:#e3ebf3}
        .both{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:1rem;align-items:start}
        @media(max-width:70rem){.both{grid-template-columns:minmax(0,1fr)}}
        .map{border:1px solid #6b7785;border-radius:6px;background:#f4f6f8;position:relative}
        .map svg{display:block;width:100%;height:34rem;touch-action:none;cursor:grab}
        .zoom{position:absolute;right:.5rem;top:.5rem;display:flex;flex-direction:column;gap:.25rem}.zoom button{width:2.4rem;height:2.4rem;padding:0;font-size:1.2rem}
        .legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.86rem;color:var(--soft);padding:.4rem 0;margin:0;list-style:none}.legend svg{vertical-align:-3px;margin-right:.3rem}
        .map path{vector-effect:non-scaling-stroke;fill:none}
        .loc path{fill:#e4ead9;stroke:#6b7a58;stroke-width:1}.line path{stroke:#6f8193;stroke-width:1.6}
        .stop path{stroke:#26323e;stroke-width:6;stroke-linecap:square}.stop .off{stroke:#9aa7b4}.serv path{stroke:#7b2d8b;stroke-width:9;stroke-linecap:square}
        .home path{stroke-linecap:round;stroke-width:11;cursor:pointer}.home path:first-child{stroke:#fff;stroke-width:15}
        .home .s0 path:last-child{stroke:#fde725}.home .s1 path:last-child{stroke:#5ec962}.home .s2 path:last-child{stroke:#21918c}.home .s3 path:last-child{stroke:#3b528b}.home .s4 path:last-child{stroke:#440154}
        .home .s0 path:first-child,.home .s1 path:first-child{stroke:#444}
        .home .on path:first-child{stroke:#d00000;stroke-width:22}
        .map text{paint-order:stroke;stroke:#fff;stroke-width:.22em;stroke-linejoin:round}
        .list{max-height:36rem;overflow:auto;border:1px solid #6b7785;border-radius:6px}
        .list table{margin:0}.list caption{padding:.35rem .6rem}.list thead th{position:sticky;top:0;z-index:1;padding:0}.list thead button{width:100%;height:100%;border:0;background:var(--ground);font-weight:600;text-align:left;padding:.4rem .6rem}
        .list th[aria-sort=ascending] button::after{content:" ▲"}.list th[aria-sort=descending] button::after{content:" ▼"}
        .list tr.on{background:#fff4e0}.list td button{padding:.1rem .5rem;white-space:nowrap}
        [hidden]{display:none!important}
        article{border:1px solid var(--line);border-radius:6px;padding:.25rem 1.25rem 1rem;margin:1rem 0;scroll-margin-top:1rem;content-visibility:auto;contain-intrinsic-size:auto 46rem}
        article h3{font-size:1.2rem;margin:.75rem 0 .25rem}article h4{margin:1rem 0 .2rem}
        .score{font-weight:700}dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.4rem 1.25rem;margin:.5rem 0}dl div{min-width:0}dt{color:var(--soft);font-size:.85rem}dd{margin:0;overflow-wrap:anywhere}
        .pts{white-space:nowrap;width:11rem}.bar{display:inline-block;width:8rem;height:.8rem;border:1px solid #6b7785;background:#fff;vertical-align:-1px;margin-right:.5rem}.bar span{display:block;height:100%;background:#0b5394}
        .pen{display:none}
        @media print{
        .tools,.both,.skip,.legend,.screen,button{display:none!important}header,main,footer{max-width:none;padding:0}header .soft{display:none}
        article{break-after:page;border:0;padding:0;content-visibility:visible;margin:0}article:last-of-type{break-after:auto}.bar span{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{font-size:8.5pt;line-height:1.25}article table{font-size:8pt}article table{break-inside:auto;margin:.25rem 0}article th,article td{padding:.15rem .4rem}article tr{break-inside:avoid}article h4{margin:.5rem 0 .1rem}
        dl{grid-template-columns:repeat(3,1fr);gap:.2rem 1rem}.pts{width:7rem}.bar{width:4rem}.pen{display:block;border:1px solid #6b7785;height:4rem;margin-top:.25rem;padding:.25rem .5rem;color:var(--soft)}h1{font-size:1.1rem}section>h2{display:none}}

        """;

    public const string Script =
        """
        'use strict';
        (function(){
        const $=i=>document.getElementById(i),body=$('rows'),rows=[...body.rows],svg=$('map'),say=$('tools').dataset;
        const rowOf=new Map(rows.map(r=>[r.dataset.i,r])),dots=new Map([...svg.querySelectorAll('[data-i]')].map(d=>[d.dataset.i,d]));
        const cards=[...document.querySelectorAll('article')],text=new Map(rows.map(r=>[r,r.textContent.toLowerCase()]));
        const all=svg.viewBox.baseVal,home=[all.x,all.y,all.width,all.height];let view=[...home];
        function draw(){svg.setAttribute('viewBox',view.map(v=>v.toFixed(1)).join(' '));
          const box=svg.getBoundingClientRect();if(box.width>0){const k=Math.max(view[2]/box.width,view[3]/box.height);svg.querySelectorAll('text').forEach(t=>t.style.fontSize=(13*k).toFixed(1)+'px')}}
        function zoom(f,x,y){x=x??view[0]+view[2]/2;y=y??view[1]+view[3]/2;const w=Math.min(Math.max(view[2]*f,200),home[2]*4);f=w/view[2];view=[x-(x-view[0])*f,y-(y-view[1])*f,w,view[3]*f];draw()}
        function pan(x,y){view[0]+=x*view[2];view[1]+=y*view[3];draw()}
        function at(e){const p=new DOMPoint(e.clientX,e.clientY).matrixTransform(svg.getScreenCTM().inverse());return [p.x,p.y]}
        function fit(ids){let a=1/0,b=1/0,c=-1/0,d=-1/0;for(const i of ids){const o=dots.get(i);if(!o)continue;const x=+o.dataset.x,y=+o.dataset.y;a=Math.min(a,x);b=Math.min(b,y);c=Math.max(c,x);d=Math.max(d,y)}
          if(a>c){view=[...home]}else{const m=Math.max(c-a,d-b)*.08+400;view=[a-m,b-m,c-a+2*m,d-b+2*m]}draw()}
        function pick(i,move){document.querySelectorAll('.on').forEach(e=>e.classList.remove('on'));const r=rowOf.get(i),d=dots.get(i);if(r)r.classList.add('on');
          if(d){d.classList.add('on');d.parentNode.appendChild(d);if(move){view=[+d.dataset.x-1500,+d.dataset.y-1500,3000,3000];draw()}}
          if(r&&!move)r.scrollIntoView({block:'nearest'});$('said').textContent=r?say.shown+' '+r.cells[0].textContent+', '+r.cells[1].textContent:''}
        function filter(){const q=$('q').value.trim().toLowerCase(),loc=$('loc').value,st=$('st').value,hint=$('hint').value,min=+$('min').value||0,seen=[];
          for(const r of rows){const d=r.dataset,ok=(!q||text.get(r).includes(q))&&(!loc||d.loc===loc)&&(!st||d.st===st)&&(!hint||d.hint===hint)&&+d.score>=min;r.hidden=!ok;if(ok)seen.push(d.i);
            const o=dots.get(d.i);if(o)o.toggleAttribute('hidden',!ok)}
          const s=new Set(seen);let n=0;for(const c of cards){c.hidden=!s.has(c.dataset.i);if(!c.hidden)n++}
          $('said').textContent=seen.length+' '+say.homes+', '+n+' '+say.cards;return seen}
        for(const i of ['q','loc','st','hint','min'])$(i).addEventListener('input',()=>fit(filter()));
        $('clear').addEventListener('click',()=>{for(const i of ['q','loc','st','hint','min'])$(i).value='';filter();view=[...home];draw();$('q').focus()});
        $('print').addEventListener('click',()=>{const n=cards.filter(c=>!c.hidden).length;if(n<=50||confirm(say.ask.replace('#',n)))window.print()});
        document.querySelectorAll('th[data-sort]').forEach((th,k)=>th.firstElementChild.addEventListener('click',()=>{
          const up=th.getAttribute('aria-sort')!=='ascending';document.querySelectorAll('th[aria-sort]').forEach(o=>o.removeAttribute('aria-sort'));th.setAttribute('aria-sort',up?'ascending':'descending');
          const number=th.dataset.sort==='n',order=new Intl.Collator(document.documentElement.lang,{numeric:true});
          const key=rows.map((r,i)=>{const c=r.cells[k],v=c.dataset.v??c.textContent;return{r,i,v:number?(v===''?null:+v):v}});
          key.sort((a,b)=>{const ea=a.v===null||a.v==='',eb=b.v===null||b.v==='';if(ea||eb)return ea-eb||a.i-b.i;const c=number?a.v-b.v:order.compare(a.v,b.v);return (up?c:-c)||a.i-b.i});
          body.append(...key.map(e=>e.r))}));
        body.addEventListener('click',e=>{const b=e.target.closest('button[data-go]');if(b)pick(b.dataset.go,true)});
        document.querySelectorAll('article button[data-go]').forEach(b=>b.addEventListener('click',()=>{pick(b.dataset.go,true);svg.scrollIntoView({block:'center'});svg.focus()}));
        $('in').addEventListener('click',()=>zoom(.6));$('out').addEventListener('click',()=>zoom(1/.6));$('whole').addEventListener('click',()=>{view=[...home];draw()});
        svg.addEventListener('wheel',e=>{e.preventDefault();zoom(e.deltaY<0?.8:1.25,...at(e))},{passive:false});
        svg.addEventListener('keydown',e=>{const k={ArrowLeft:[-.15,0],ArrowRight:[.15,0],ArrowUp:[0,-.15],ArrowDown:[0,.15]}[e.key];
          if(k)pan(...k);else if(e.key==='+'||e.key==='=')zoom(.6);else if(e.key==='-')zoom(1/.6);else if(e.key==='0'){view=[...home];draw()}else return;e.preventDefault()});
        let drag=null,moved=false;
        svg.addEventListener('pointerdown',e=>{drag=[e.clientX,e.clientY,...view];moved=false});
        svg.addEventListener('pointermove',e=>{if(!drag)return;const k=svg.getScreenCTM().a,x=(e.clientX-drag[0])/k,y=(e.clientY-drag[1])/k;if(Math.abs(x*k)+Math.abs(y*k)>4){moved=true;if(!svg.hasPointerCapture(e.pointerId))svg.setPointerCapture(e.pointerId)}view=[drag[2]-x,drag[3]-y,drag[4],drag[5]];draw()});
        svg.addEventListener('pointerup',()=>{drag=null});svg.addEventListener('pointercancel',()=>{drag=null});
        svg.addEventListener('click',e=>{const g=!moved&&e.target.closest('[data-i]');if(g)pick(g.dataset.i,false)});
        window.addEventListener('resize',draw);document.querySelectorAll('.js').forEach(e=>e.hidden=false);filter();draw();
        })();

        """;
}
