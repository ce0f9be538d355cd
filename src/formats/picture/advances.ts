/**
 * Made by test/formats/picture/advances.test.ts from the fonts: do not edit.
 *
 * Advance widths of all characters with a glyph, in 1/2048 of the font size, as runs of one width: the gap since
 * the run before, `:`, the width, and `*` with the number of characters of a longer run; base 36.
 */

/** Of DejaVuSansCondensed. */
export const REGULAR = `
w:g9 :ki :nj :16w :wk :1cn :13x :e2 :jz*2 :pl :16w :g9 :ih :g9 :h9 :wk*a :h9*2 :16w*3 :r6 :1f7 :z0
:z4 :zr :13f :wc :tg :13o :12i :f3*2 :xk :si :186 :12a :14a :uv :14a :zk :wi :v9 :11h :z0 :1em :z2
:v9 :z2 :jz :h9 :jz :16w :pl*2 :vd :wi :s5 :wi :vi :i0 :wi :wg :e8*2 :tn :e8 :1dv :wg :vb :wi*2 :l1
:qo :k2 :wg :ua :15v :ua*2 :qv :wk :h9 :wk :16w x:g9 :ki :wk*4 :h9 :pl*2 :1f7 :o4 :vb :16w :ih :1f7
:pl*2 :16w :ki*2 :pl :wk*2 :g9 :pl :ki :o4 :vb :1dm*3 :r6 :z0*6 :1dv :zr :wc*4 :f3*4 :13o :12a
:14a*5 :16w :14a :11h*4 :v9 :uz :w9 :vd*6 :1e9 :s5 :vi*4 :e8*4 :vb :wg :vb*5 :16w :vb :wg*4 :ua :wi
:ua :z0 :vd :z0 :vd :z0 :vd :zr :s5 :zr :s5 :zr :s5 :zr :s5 :13f :wi :13o :wi :wc :vi :wc :vi :wc
:vi :wc :vi :wc :vi :13o :wi :13o :wi :13o :wi :13o :wi :12i :wg :1aw :zk :f3 :e8 :f3 :e8 :f3 :e8
:f3 :e8 :f3 :e8 :u7 :sg :f3 :e8 :xk :tn*2 :si :e8 :si :e8 :si :j7 :si :hi :sr :ej :12a :wg :12a :wg
:12a :wg :15n :12a :wg :14a :vb :14a :vb :14a :vb :1ir :1gd :zk :l1 :zk :l1 :zk :l1 :wi :qo :wi :qo
:wi :qo :wi :qo :v9 :k2 :v9 :k2 :v9 :k2 :11h :wg :11h :wg :11h :wg :11h :wg :11h :wg :11h :wg :1em
:15v :v9 :ua :v9 :z2 :qv :z2 :qv :z2 :qv :i0 :wi :11m :z4 :wi :z4 :wi :100 :zr :s5 :13o :15x :z4 :wi
:vb :wc :14a :vg :tg :i0 :13o :z5 :1ed :i3 :f3 :126 :tn :e8 :ua :1dv :12a :wg :14a :1ar :vb :1ck
:12v :xd :wi :zk :wi :qo :wc :h7 :k2 :v9 :k2 :v9 :17x :wg :134 :10w :122 :11e :z2 :qv :y3*2 :tk :qv
:wk :y3 :tk :q4 :wi :f3 :p7 :ni :f4 :20s :1ui :1n3 :16r :149 :nd :1bo :1ba :14t :z0 :vd :f3 :e8 :14a
:vb :11h :wg :11h :wg :11h :wg :11h :wg :11h :wg :vi :z0 :vd :z0 :vd :1dv :1e9 :13o :wi :13o :wi :xk
:tn :14a :vb :14a :vb :y3 :tk :e8 :20s :1ui :1n3 :13o :wi :1kz :yx :12a :wg :z0 :vd :1dv :1e9 :14a
:vb :z0 :vd :z0 :vd :wc :vi :wc :vi :f3 :e8 :f3 :e8 :14a :vb :14a :vb :zk :l1 :zk :l1 :11h :wg :11h
:wg :wi :qo :v9 :k2 :w3 :qp :12i :wg :11n :16w :zr :v9 :z2 :qv :z0 :vd :wc :vi :14a :vb :14a :vb
:14a :vb :14a :vb :v9 :ua :oa :175 :of :e8 :1f3*2 :z0 :zr :s5 :si :v9 :qo :qv :uv :oi :z4 :11h :z0
:wc :vi :f3 :e8 :140 :wi :zk :l1 :v9 :ua :uq :wi*3 :s4 :s5 :wi :zn :vi*2 :15y :ro :r8 :13p :y0 :e8
:zm :wi :w8 :ui*2 :wg*3 :e8 :hb :j0 :k9 :oy :e9 :105 :1dv*3 :x2 :wv :wg :vb :17x :119 :xr :l7*2 :l6
:l1 :l0 :r5*2 :uw*2 :qo :h7*2 :nm :h7 :k2*2 :wg :vm :um :ua :15v :ua :v9 :qv*2 :tk*2 :q4*4 :14a :to
:y0 :109 :xh :ey :y5 :py :118 :q4*2 :1fx :1i5 :1fu :16i :v8 :13u :17f :104 :xi :qd*2 :xu :xz :kp :kf
:8y :d9 :f4 :f5 :je :qd :j2 :e9 :nj :g9*3 :fq*2 :ix*2 :pl*6 :e2 :pl*3 :e2 :pl*3 :h9*2 :fq*2 :pl*2
:jy :g9 :pl*6 :g5 :pl :ls :8i :j3 :mq :ix :p9*5 2:pl*2 :qi 4:pl 3:pl 8:0*28 1:0*3 3:0*2 1:0 1:0*7
d:xi :t2 :184 :x5 :e9*2 :12a :x9 2:pl :s4 :s5 :s4 :h9 :f3 4:pl*2 :zg :g9 :127 :18l :kw 1:15l 1:168
:169 :hb :z0 :z4 :si :z0 :wc :z2 :12i :14a :f3 :xk :z0 :186 :12a :wc :14a :12i :uv 1:wc :v9*2 :14a
:z2 :14a :134 :f3 :v9 :xr :ro :wg :hb :tm :xr :wo :ua :vb :ro :ru :wg :vb :hb :u6 :ua :wk :sl :sj
:vb :ut :wi :u1 :wg :ut :tm :xr :tk :xr :16v :hb :tm :vb :tm :16v :xk :vg :vp :zr :174 :zr :xr :16v
:xz :14a :vb :x7 :u1 :tg :nh :xr*2 :18a :w4 :1bs :16v :12t :xr :14i :vh :z5 :v2 :13a :w0 :zs :vb :v9
:rg :xz :wi :s5 :e8 :14a :vi*2 :uz :wi :zr :186 :xb :wi :100 :zr :100 :wc*2 :149 :v8 :zr :wi :f3*3
:1k0 :1hi :149 :10c :12a :v7 :12i :z0 :z4*2 :v8 :140 :wc :1j5 :wt :12a*2 :10c :12i :186 :12i :14a
:12i :uv :zr :v9 :v7 :182 :z2 :13r :z3 :1ir :1k0 :16m :196 :z4 :zr :1j9 :zk :vd :vk :u6 :qw :ze :vi
:1a4 :r8 :x9*2 :ux :wq :12m :xh :vb :xh :wi :s5 :tt :ua :17r :ua :yu :u9 :1au :1c8 :106 :14f :u6 :s3
:173 :us :vi*2 :w0 :qw :s3 :qo :e8*3 :1a7 :1a0 :xd :ux :x9 :ua :xh :1bs :16v :13g :ye :1c9 :12c :190
:143 :1nd :1f9 :14a :vb :1gk :167 :wk :ro :17u :18v :14a :vb :140 :y1 :140 :y1 :1es :1aa :1cs :12t
:1oe :1gm :1bs :16v :zr :s5 :pq :0*5 :le*2 :13j :yn :z4 :u6 :uv :wi :v8 :qw :yj :u8 :vy :r4 :1j5
:1a4 :wt :r8 :10c :ux :10c :ux :10c :ux :17u :16k :12i :xt :1fx :18w :1jc :1av :18y :zh :zr :s5 :v9
:tt :v9 :ua :v9 :ua :z2 :ua :1bt :15a :z3 :u9 :z3 :u9 :z3 :wg :1c6 :119 :1c6 :119 :f3 :1j5 :1a4 :xk
:ux :13q :yb :12i :xt :13r :yu :z3 :u9 :19g :13n :e8 :z0 :vd :z0 :vd :1dv :1e9 :wc :vi :14a :vi :14a
:vi :1j5 :1a4 :wt :r8 :y3 :tk :12a :x9 :12a :x9 :14a :vb :14a :vb :14a :vb :zr :s3 :v7 :ua :v7 :ua
:v7 :ua :z3 :u9 :v8 :qw :196 :14f :yj :u8 :z2 :ua :z2 :ua :z4 :u6 :1fi :19x :1dw :18i :yr :u4 :1iv
:1d0 :1kz :1di :13o :xr :13k :10e :vg :ro :12i :wq :1nu :1ev :19r :189 :1gt :1eh :14a :wi :1em :15v
:10c :ux :1jb :1ac :1jc :1ap :14l :yy b:138 :11h :12k*2 :11h :13i :wr :11h :180 :12k :zd :ra :1b7
:187 :11h :10n :137 :12k :139 :14i :119 :11b :12r :11h :10i :14z :13b :14i :11h :12k :103 :zi :122
:ri :15i :12r :14a :14g 2:fq :g9 :c0 :ii :c6 :kr :pl 1:1dv :wg :xo :xy :wg :wi :qc :wg :11s :xo :wg
:dw :1e6 :vv :wg*2 :v4 :wh :w7 :wg :dw :wg :pi :wg :kp :1dv :so :x7 :wg*2 :1du :wg :wf :m9 :1du :wk
:v7 :158 :15j 1:h9 :ih 11:0*e :ih :0 :f3 :0*2 :f3 2:ml :0 8:y8 :tl :l3 :ry :xg :dy :hq :xg :x7 :bg
:ri :r2 :t3 :xz :yr :dy :ki :x8 :w1 :wr :vz :rm :ud :10b :sw :109 :xn 5:o3 :ln :gx :l9 :x0 h:wm*2
1:12r :1e0 1:gi 8:0 5:g9 3:r6 1:o2 :e8*2 :oq :e8 :142 :e8 :1c7 :qt :1c7*2 :x1*3 :ms*2 :oq*2 :1qi*2
:1pw*2 :1bc*2 :uj*2 5:f0 :1h2 :13q :167 :117 :vp :11l :qt :oq :142*2 :0*b 1:0 2:pl 5:ri*b :gm :g9
:rw :1c7 :13q :0 3:ey 4:1c7*8 :x1*7 :ms*9 :oq*2 :pi :r4 :v9 :r4 :oq*3 :1qi*3 :1pw*2 :1bc :uj :1h2*6
:13q*2 :19t :1hy :19t :167*3 :19t*6 :117*4 :11l*5 :zr :x1 6:oq*3 2:oq :142 1:142 1:142 4:qt q:ri*a
5i:wk*a :e8 :t9 :lp :ua :xh*2 :ue :xh :16f :mf*2 :sl :vb :hx :1d3 :o7 :143 :xh :w0 :11k :r4 :112 :o7
:w0 :ue :r4*2 :qr :ue*2 3:0*9 :g1*2 2:so*2 :ih 18k:wk 1t:yb :z0 1:z8 2:op :w5 1:z0 2:z7 6:y9 :wu :x0
:xj 1:xq :w0*2 :125 :139 :z5*2 1:zx :z7 :z0 1:x9 1:wd 2:100 :15x 1:we :z0 :14b :wd :0 :rl*2 :0*6
1:0*2 :xy 2:j7 :xn :nj :s0 :p5 1:yi 1:0*6 2:wk :ws*2 :yb :w0*2 :100 :yb :yi :yn 2:1gn*2 ci:18r :11j
:yr :16q :vi :13a :12k :1as :n7 :vq :175 :196 :vz :17r :140 :w8 :1ao :vr*2 :17r :18b :111 :w9 :vr
:w0 :vq :15v :18q :vi :vw :w0 :113 :178 :ui :z9 :ui :ue :11s a:q0 :qi :tr :15v :q0 :q9 :pm :150 :qi
:q4 :1ii :qr*2 :149 :q0 :qi :14r :qr :xi :qr :169 :q9 :149 :qi*2 :qr :t9 :qr :qi :qm :qr :n9 :q0 :qi
:q0*2 :qi :sd :16d :s9 :q0 :t9 :q0 :mx :gk lg:z0*4 :13d*3 1:13d*3 :16r :16q :16r :16q :16r :16q :1di
:1fj :1di :1fj :13d :1di :1fj :1di :1fj :13d 1:d3 :rs :lo*2 :jx*2 :k4 :jx :nu :jq :d3 :jx*3 :1js
:1ai :1cs :1l6 :z0*4 :11b*3 1:11b*3 :16r :z0 :16r :16q :16r :16q :1di :1fj :1di :1fj :1di :1fj :1di
:1fj :11b :q0 :9t 1:11h*4 :11d*3 1:11d*3 :1b5 :19i :1b5 :19i :1b5 :19i :1bi :1a3 :1bi :1a3 :1ci :1a3
:1ci :1a3 :1ci :m8 :18x*2 :18b :19k :w6*9 :180 :13g :15q :15r :15q :15r :180 :13g :180 :13g :15q
:15r :15q :15r :15q :kt*2 :12f :13o :12f :13o :w6*9 :180 :13g :15q :15r :15q :15r :180 :13g :180
:13g :15q :15r :15q :15r :15q :m9*2 :v8 :si*3 :v8*3 :si*2 :12c :13c :127 :133 :127 :133 :12c :13c
:12c :13c :127 :133 :127 :133 :127 :jr :q0 :jr 2:17l*9 :1ir :1gz :1i8 :17l :1i8 :17l*2 :uq :n6 :uq
:17l*9 :1ir :1gz :1i8 :1gq :1i8 :1gq :1ir :1gz :1ir :1gz :1jg :1gq :1jg :1gq :uq 1:11b :uv*9 :16q
:12l :14j :13h :14j :13h :16q :12l :16q :12l :14j :13h :14j :13h :14j :lf :li :lf 8:10g*3 :19n*4
:1ak :18n :1ak :18n :1ak :18n :1md :1ka :1md :1ka :1md :1ka :1md :1ka :ws :w3*9 :178 :13z :15r :15w
:15r :15w :178 :13z :178 :13z :15r :15w :15r :15w :15r :lf 1:jx :os :1av*6 :uv*6 :16q :12l :lf 1:11b
:z0*4 :116*4 :1ba :1fj :q0 :11h*6 :11d*4 :1ci :1a3 :q0 9:16i*7 :su :12i :os :1hl*7 :169 4:16i*4
:1sh*3 :1fa*2 :1sh*2 :zt :1ix 9:17l*6 :uq :wx*7 :lf :w6 1a:13f 2:139 2s:nz*2 12:mq :1hl :1v1 :2bk*2
:1ye*2 :2bk*2 9:of :p8 :10g :1bo :1mw :1y4 :p8 :10g :1bo :1mv :1y4 :pi :10r :1c1 :1nb :1yl :p8 :10g
:1bl :1mu :1y4 :pi :12i :14d :1po :1mv :yz :pz :py 19f:ua :10q :1e9 :u0 :s5 :uz*2 :p4 :ro :e8 :k7
:tn :tu :12m :x9 :vb :s5 :z0*3 :1gd 1:vb*2 :qu :us*2 :tt :te :11q :1ci :wn :ua :15v :qv :qx 2:tu :ua
:sv :qu :u8 :wq :m1 :ve :m4 1:ot :kd*2 :oz :o9 :9i*2 :l5 :hy :rt :o4*2 :pd :mi :jg :me :jp :nl :vv
:k1*2 :kr :x6 :lx :kr :lc*2 :ig :ie :kr :95 :ls :vw :kx :l6 :iy :l6*2 :lx :f3 :kq :o1 :vw :lc 1:kk
:j2 :jq :l9 :im :95 :d9 :kq :lc :kk :j2 :l2 :l9 :im c:wi :o9 2:j0 1:y5 7:e8 l:kr :iy*2 :l6 :ig :f6
:bx :kr :kq :dd :cr :dc :dd :c0 :cr :c0 :j9 :vw*2 :l0 :oj :kx :l6*2 :ig :eo :f3 :q0 :lf :ii :ks :lc
:ir :mc :ir :k2 :l6 4:0*6 1i:z0 :vd :z4 :wi :z4 :wi :z4 :wi :zr :s5 :13f :wi :13f :wi :13f :wi :13f
:wi :13f :wi :wc :vi :wc :vi :wc :vi :wc :vi :wc :vi :tg :i0 :13o :wi :12i :wg :12i :wg :12i :wg
:12i :wg :12i :wg :f3 :e8 :f3 :e8 :xk :tn :xk :tn :xk :tn :si :eq :si :eq :si :e8 :si :e8 :186 :1dv
:186 :1dv :186 :1dv :12a :wg :12a :wg :12a :wg :12a :wg :14a :vb :14a :vb :14a :vb :14a :vb :uv :wi
:uv :wi :zk :l1 :zk :l1 :zk :l1 :zk :l1 :wi :qo :wi :qo :wi :qo :wi :qo :wi :qo :v9 :k2 :v9 :k2 :v9
:k2 :v9 :k2 :11h :wg :11h :wg :11h :wg :11h :wg :11h :wg :z0 :ua :z0 :ua :1em :15v :1em :15v :1em
:15v :1em :15v :1em :15v :z2 :ua :z2 :ua :v9 :ua :z2 :qv :z2 :qv :z2 :qv :wg :k2 :15v :ua :vd :i0*3
:13c :vb :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0 :vd :z0
:vd :wc :vi :wc :vi :wc :vi :wc :vi :wc :vi :wc :vi :wc :vi :wc :vi :f3 :e8 :f3 :e8 :14a :vb :14a
:vb :14a :vb :14a :vb :14a :vb :14a :vb :14a :vb :1ar :vb :1ar :vb :1ar :vb :1ar :vb :1ar :vb :11h
:wg :11h :wg :17x :wg :17x :wg :17x :wg :17x :wg :17x :wg :v9 :ua :v9 :ua :v9 :ua :v9 :ua :13d :of
4:xr*8 :z0*2 :18x*2 :13d :150 :109 :120 :ro*6 2:10e*2 :1dg :1dw :1a0 :1bi 2:wg*8 :16u :16r :1jl :1jr
:1gk :1hs :1bs :1ch :hb*8 :jg :j5 :wi*2 :t7 :up :p1 :p8 :vb*6 2:156 :17f :1k1 :1ka :1c1 :1do 2:tm*8
1:144 1:1f2 1:1ft 1:19y :16v*8 :152 :176 :1jr :1k2 :1cf :1dr :1b6 :1cr :xr*2 :ro :s2 :wg :xi :hb*2
:vb*2 :tm*2 :16v*2 2:xr*8 :z0*2 :18x*2 :13d :150 :109 :120 :wg*8 :16u :16r :1jl :1jr :1gk :1hs :1bs
:1ch :16v*8 :152 :176 :1jr :1k2 :1cf :1dr :1b6 :1cr :xr*5 1:xr*2 :z0*2 :10o :zg :z0 :pl*5 :wg*2 :xi
1:wg*2 :157 :127 :1bn :18l :12i :pl*3 :hb*4 2:hb*2 :f3*2 :ob :kw 1:pl*3 :tm*4 :wi*2 :tm*2 :v9*2 :179
:168 :z2 :pl*3 2:16v*3 1:16v*2 :1c6 :15l :1b8 :169 :134 :pl*2 1:pl :1f7 :pl :1f7 :gv :cs :8j :wk :g9
:a8 :53 :0*5 :ih*2 :wk :pl :1f7*2 :pl*2 :g9*4 :qi*4 :pl*2 :u7*2 :h4 :y6 :1f7 :g9 :0*7 :a8 :1wp :2gu
:bm :j4 :qm :bm :j4 :qm :hc :kh*2 :16w :ou :r6 :pl :155*2 :cs :1f7 :pl :8j :jz*2 :1b7 :11i*2 :pg :wk
:pl*3 :h9 :155 :pl :n0 :1f7 :155 :16w :u0 :xy :16w*2 :g9 :14t :16w :g9*2 :bd :0*5 5:0*6 :ki :95
2:ki*6 :r0*3 :ck*2 :ke :ki*a :r0*3 :ck*2 1:k1 :lc :l6 :mq :lc :kp :ls :8i :vw :ke :lx :j3 :f3 3:18w
:wk*4 :1dv :wk :1t5 :1iz :1em :145 :wk*4 :1t5 :wk*4 :13m :wk 2:wk*3 2:wk i:0*2 4:0*2 3:0*2 4:0
u:1g5*2 :zr :1li :wv :1g5 :1im :vg :zr :1cq 1:1el :12m :17i :wg*2 :o1 :zp :10v :l5 :15v :150 :1h9
:1f7 :zp :zw :14a :14u :15o :14j :19w :z0 :1g7 :1j0 :1f7 :z0 :124 :tk :134*2 :vj :hb :xk :z0 :149
:100 :17r :ua :v0 :149 :tg :1ir :nn :125 :yi :nu :x0 :jg :1be :1p4 :zy :119 :xi :17g :15i :13o :si*2
:v9 :15x :109 :vi :hz*2 1:13x 2:qy 1:1dm*2 :1y5 :1dm*c :t2 :f3 :p7 :za :1b9 :z0 :1b8 :1lb :1vf :1az
:z2 :1br :1lx :si :zr :13f :186 :e8 :nf :wm :15j :ua :15i :1eq :1nx :15x :ua :163 :1fa :e8 :s5 :wi
:1dv :1rr :13f :1rr :100 :s4 :zr 3:1dm 6:16w*34 :z0 :wk :qh :wc*2 :18l :y9*2 :18l*2 :10r :18l*2 :10r
:wk :12r*2 :yi :16w*3 :h9 :wl :16w :w1*2 :wm*3 :10k :16n :16w :19w*2 :16w :pl*4 :11h*4 :qo :14e :1i4
:qo :14e :1i4 :qo*3 :wk*2 :db :wk :16w*8 :j7 :16w*h :16y*2 :1f7*2 :16w*k :1hl*2 :nr :16w*v :11h*3
:16w*4 :13y*2 :16w*d :18l*4 :qn*2 :18l*8 :16w*6 :1f7*2 :16w*2 :qn :11h*3 :16w*2 :160*4 :w1 :g9 :w1
:16w :1f7*5 :16w :11i*2 :16w*8 :20t*2 :16w*k :1f7*5 :18l :10r :18l*2 :10r :18l*2 :1f7 :18l :10r :18l
:10r :18l :ut*2 :wi :16w*4 :p0 :jz*4 :15e*4 :16w :q9 6:1f7 :16w 2:o0*4 :qo*2 2:1n0*2 :20e :1n0 :21w
2:20e :18p 1y:hb :wi :16v 4:xr 2:12r 9:1n0 c:18p 6:pl*c :12e*7 :qo v:16w :1cd j:18p 1:13d 2:wk
1l:wi*2 1o:19w*a 46:ut*3k :13d*w :1cd*a :yp*2 :1cd*2 :s6*2 :13d*4 :pp*2 :13d*2 :pp*2 :13d*4 :pp*2
:13d*2 :pp*2 :13d*5 :18o :pa :18o*b :qz*2 :14i :1do*3 :jt*4 :18o*2 :13d*4 :u7 :1cd*5 :13d*3 :1la
:1cd*4 :18o*4 :13d*3 :16i*2 :11i*2 :13d :19w :1f7 :19w*5 :tb :19v :19w :19h*2 :yd :1fu :1rr :1s0
:19w*3 :r9 :19w*9 :v6 :19w :v6 :19w*4 :y9 :127 :x9 :144 :rw :19w*3 :10d :19w*c :1hd*3 :19w*3 :vf
:11i*2 :19w*13 :o5 :wo :19w*2 :o5 :ia :or :12a :137 :19w*e :18i*6 :19w*f :rp :19w*7 1:19w*3 :zy :1ff
:1jr :1o5 :1a8 :16w*a :177 :16w :11i*4 :17i :11i*2 7:16w*4 u:11i u:16w*4 1:16w*4 2:16w*s 1:16w*z
1:19w 1:19w*4 3:19w 1:16w*3 :gi*2 :rj*2 2:16w*l :19w*a :16w*l 3:16w*o 1:16w*e 6:jz*2 p:pa 5:pc*2
:jz*2 :sh*2 4:16w*4 :1n9 :21e*b :11i*74 6:16w*2 2:16w*2 1g:yz*2 1t:11k*2 21:16w :1f7*7 l:pa e:16w*2
4:1f7*3 9:1vu :qo*g i:16w 1m:16w*2 h:16w*10 d:16w*d 1q:16w*2 5:16w*e :16s*4 :1cd*4 :13d*4 :1cd
4:18i*2 :18p*3 :1la 1a:18i*2 7f:si :e8 :si :uv :zk :vd :k2 :12i :wg :xk :tn :z2 :qv :140 :186 :z0
:140 :11l :1lr :1d8 :ua :xi :t2 :xr 1:l7 :vb :p4 :8y :m1 :wi :z2 3k:u9 :ug :sw :us :u2 :1am :w2 :1cq
:uh :v2 :1ct :vq :uh :1bf :ug :159 :1bo :tx :ub :1b9 :1cr :16d :ui :ug :u7 :ua*2 :vr :1b4 :u6 :u0
:tr :1as :ui :ug :ub :wu :1a4 a:x3 :19g*2 :yx :z0 :wi :sr :z0*2 :wc*2 :yy :18r :z2 :p4 :z2 :19g*2
:fd :w3 :12i :xk :r0 :z2 :x0 :wc :pq :1cr :13u :12a :vr :f3 :13u :f3 :12i :we :19g*2 :12i :ge :12c
:19g*2 :zr :13a :z2 :zr :vu :z0 :12i :wc :14c :t0 :14c 9:qd 4o:r6 6:16w 2:jz*4 8:r6 68h:19w*1s
h5c:z4 :uv*2 :13f :v9*2 :13o :xk*2 :q7 :zr :100 :z2 :tg*2 :186 :12a :si :wi :zk*2 :z0*2 :12i :13o
:q7 :1em :z2 :v9 :z4 :z0*2 :wc*2 :f3 :14a :11h*2 :si :139 :fc*2 :ui*2 :fc*2 :u3*2 90:wi :qo :i3 :hb
4:1oe :1gm 2:1go :1ae 2:1j9 :173 :1e0 :175 a:1id :1ao :1il :1a4 :1ob :1fl :14a :vb :17s :10h :1xi
:1g5 :190 r:141 :z1 :v9 :tt 6:z3 :wg 2:1xi :1g5 32:p9*f 4:iw*2 :cx*3 2:jq :i8 :o5*2 :12i :wg :18y
:10b :vg :ro 4:p4 :qo :1rz :1ef :1pl :1eo :1mh :1e8 :1dq :15v :1dq :15v :1d3 :15v :100 :s4 :xk :tu
4:yt :k2 :tr :lu :15a :101 2:1xi :1g5 :uv :wi :11k :13n 2:14a :wi c:uz :wi :uz :wi o:si :e8 :11n :wg
5:h9 :j9 :ki :e2 :z3 :oy 1:13j :y4 e:13o :wi :xk :tn :12a :wg :zk :l1 :wi :qo :150 25:ti :wz :1au
:tg :uv :186 :f3 :1pe e0w:ax :c6 :d5 :di :do :c6 :ax :c6 :d5 :di :d5 :c6 :ax :c6 :d5 :di :d5 :c6 :ax
:c6 :do :di :d5 :c6 :ax :e2 6e:1e0*4 sc:tp*2 :vx :19i :ty :tp :xf :195 :sf :tp :1nt :u5 :u7 :18i :tp
:u6 :1ar :u7 :11f :tu :18n :u6 :19t :u5*2 :u8 :x8 :u5 :u6 :un :u7 :qf :to :tw :tp*2 :tq :wo :1cw
1:1bo :15d :q0*a :qi*3 :149*5 :rz*6 hv:vb u2:z9 :w9*2 :1di*2 :z4 :182 c:1pi*2 :1p8 :1oq :26a 5:bg :0
:gx :wj :17t :13m :1ad :13i :176 :17r :15b :18t :16w :109*4 :y8*3 :tl :l3 :ry :xg :i7 :kr 1:x7 :gw
:ri :r2 :t3 1:yr 1:kg :x8 1:wr :vz 1:ud :10b :sw :109 :xn :dy :tl :r2 :vz :w7 2:1c7 :1e9 :e9 :fg
:1c7 :1e9 :e9 :fg :1c7 :1e9 :e9 :fg :1c7 :1e9 :e9 :fg :1c7 :1e9 :e9 :fg :1c7 :1e9 :e9 :fg :1h2 :1h0
:oh :pw :1h2 :1h0 :oh :pw :x1*2 :vn :x1*3 :vn :x1*3 :vn :x1*3 :vn :x1 :ms :qv :ms :qv :ms :qv :ms
:qv :oq :s9 :oq :s9 :19t*2 :od :s9 :19t*2 :od :s9 :19t*2 :od :s9 :19t*2 :od :s9 :11l :12z :11l :12z
:e9 :fg 6:zr :wc :r0 :nl 11:167 :175 :od :s9 :oq :qg :oq :qg :oq :qg 1:oq :qg 4:142 :16o :e9 :fg :e9
:fg i:142 :16o :e9 :fg e8:0*g g:0*4 24:f0*3 :de :f0 1:f0*a :o2 :e8 :fl :e8 :fl :oq :qg :e8 :fl :142
:16o :e9 :fg :e8 :fl :1c7 :1e9 :e9 :fg :qt :rg :1c7 :1e9 :e9 :fg :1c7 :1e9 :e9 :fg :x1*2 :vn :x1*3
:vn :x1*3 :vn :x1 :ms :qv :ms :qv :oq :s9 :oq :s9 :1qi :1t9 :16w :19o :1qi :1t9 :16w :19o :1pw :1qq
:17h :18e :1pw :1qq :17h :18e :1bc :1cl :14r :160 :1bc :1cl :14r :160 :uj :r9 :uj :op :uj :r9 :qr
:op :1h2 :1h0 :oh :pw :13q :16p :oh :pw :167 :175 :od :s9 :117 :12r :fl :gy :vp :y2 :rf :tl :11l
:12z :e9 :fg :qt :rg :r0 :nl :oq :qg :142 :16o :142 :16o :e9 :fg :t7 :uj :t7 :uj :t7 :uj :t7 :uj 2:0
6x:0*4 :1gi le:12r :v3 :ss :ur :s3*2 :mi :w0 :1a9 :ei :wm :rz :211 :194 :1ba :1a9 :z4 :18g :u0 :v1
:ml :zn :wl :z4 :z0 :15g :r0 :sj*2 :mi :12r 1:ei :12r :z4 :15v 1524:19w*2f dd:11x :11f 1:15x :11c
:yh :13o 1:k3 :k1 :12i :xi :1gh 1:14a 3:wi :109 :16i :110 :1kq :159 :107 1:xv :109 :s5 :109 :vi :nt
:109 :11q :hz*2 :xb :hz :1mg :11q :vb :109*2 :or :qo :nt :11u :v3 :1al :yl :vz :u7 1g:z0 :z4 :zr
:13f :wc :tg :13o :12i :mp :f3 :xk :si :186 :12a :14a :uv :14a :zk :wi :v9 :11h :z0 :1em :z2 :v9 :z2
:vd :wi :s5 :wi :vi :i0 :wi :wg :e8*2 :tn :e8 :1dv :wg :vb :wi*2 :l1 :qo :k2 :wg :ua :15v :ua*2 :qv
ec:wk*9 :wi :wk*a 4d0:e8 :1c7 :x1 :ms 1:oq*2 :x1 :1bc :142 :167 :117 :vp :11l :1qi :uj :1h2 :1pw
:13q :oq :1qi :1c7*2 :x1 :ms :1pw :1bc :uj :1c7 :11l :1h2 :13q 1:ki :y5 1:ur 2:y5 1:ki :um :lu :v6
:ki :19e :uj :oh :19z :oh 1:19e :ki*2 :y5 1:19z 1:qr 11:xl :1b9 1:16l 2:1b9 :1kb :xl :13z 1:170 :xl
:1mi :1a5 :142 :1n2 :142 1:1mi :xl*2 :1b9 1:1n2 :1kb :1a5 :xl 1:142 c1:1xt*1e :15q*1e c:1gd*f
2:1gd*c :1gs :1gd 2:1gd*f 1:1gd*f fl:1hd*8 7o:1he :1ol 2:1hd 3:1n7 cq:1hd*2 :1nt :1hd*x 1:1hd*7
1:1nt :1hd*6 :2a4 :1hd*4 :1nt :1hd*7 2:1hd
`;

/** Of DejaVuSansCondensed-Bold. */
export const BOLD = `
w:ht :nc :qo :16w :zm :1fa :18n :fo :ne*2 :qr :16w :jg :l9 :jg :ip :zm*a :kh*2 :16w*3 :tp :1f7 :13m
:130 :11k :16i :yz*2 :160 :16u :j1*2 :13o :wm :1ey :16u :17i :11i :17i :13f :10v :yx :15k :13m :1kh
:13h :112 :114 :ne :ip :ne :16w :pl*2 :yj :10n :uc :10n :yq :m9 :10n :10g :hj*2 :y1 :hj :1hc :10g
:z6 :10n*2 :p9 :uh :oh :10g :xd :1ba :x0 :xd :ts :10g :ip :10g :16w x:ht :nc :zm*2 :wk :zm :ip :pl*2
:1f7 :sv :x2 :16w :l9 :1f7 :pl*2 :16w :mf*2 :pl :11o :wk :jg :pl :mf :sv :x2 :1h0*3 :tp :13m*6 :1jj
:11k :yz*4 :j1*4 :16w :16u :17i*5 :16w :17i :15k*4 :112 :11r :10t :yj*6 :1hn :uc :yq*4 :hj*4 :z6
:10g :z6*5 :16w :z6 :10g*4 :xd :10n :xd :13m :yj :13m :yj :13m :yj :11k :uc :11k :uc :11k :uc :11k
:uc :16i :10n :16w :10n :yz :yq :yz :yq :yz :yq :yz :yq :yz :yq :160 :10n :160 :10n :160 :10n :160
:10n :16u :10g :1du :14g :j1 :hj :j1 :hj :j1 :hj :j1 :hj :j1 :hj :123 :z3 :j1 :hj :13o :y1*2 :wm :hj
:wm :hj :wm :oj :wm :si :wv :j0 :16u :10g :16u :10g :16u :10g :1eb :16u :10g :17i :z6 :17i :z6 :17i
:z6 :1nr :1k0 :13f :p9 :13f :p9 :13f :p9 :10v :uh :10v :uh :10v :uh :10v :uh :yx :oh :yx :oh :yx :oh
:15k :10g :15k :10g :15k :10g :15k :10g :15k :10g :15k :10g :1kh :1ba :112 :xd :112 :114 :ts :114
:ts :114 :ts :m9 :10n :15i :130 :10n :130 :10n :11k*2 :uc :16w :190 :12r :10n :z7 :yz :17h :zm :yz
:m9 :160 :14l :1hi :ma :jx :13o :y1 :ig :ua :1hc :16u :10g :17i :18q :z6 :1jf :1ap :140 :10n :13f
:10v :uh :yz :s9 :oh :106 :oh :yx :16r :10g :17i :15n :14t :13u :114 :ts :13j*2 :ws :ts :zm :13j :ws
:tb :10n :j1 :xq :ru :j1 :27m :20a :1ug :1fo :1e6 :z3 :1pw :1oe :1i0 :13m :yj :j1 :hj :17i :z6 :15k
:10g :15k :10g :15k :10g :15k :10g :15k :10g :yq :13m :yj :13m :yj :1jj :1hn :160 :10n :160 :10n
:13o :y1 :17i :z6 :17i :z6 :13j :ts :hj :27m :20a :1ug :160 :10n :1tz :14a :16u :10g :13m :yj :1jj
:1hn :17i :z6 :13m :yj :13m :yj :yz :yq :yz :yq :j1 :hj :j1 :hj :17i :z6 :17i :z6 :13f :p9 :13f :p9
:15k :10g :15k :10g :10v :uh :yx :oh :zc :v3 :16u :10g :16u :189 :15f :xq :114 :ts :13m :yj :yz :yq
:17i :z6 :17i :z6 :17i :z6 :17i :z6 :112 :xd :p6 :18d :q7 :hj :1jp*2 :13m :11k :uc :wm :yx :uh :ts
:140 :vg :130 :15k :13m :yz :yq :j1 :hj :181 :14i :13f :p9 :112 :xd :yj :10n*3 :uc*2 :10p :14j :yq*2
:18u :si :rw :15q :11g :hj :14j :10n :w4 :wy :wi :10g*3 :rx :mj :rx :sl :zi :hj :172 :1hc*3 :10g
:14l :106 :z6 :1ai :yv :14r :rj*2 :x9 :p9*2 :ui*2 :wv*2 :uh :l9 :m9 :uz :s9 :oh*2 :1b4 :13j :ya :xd
:1ba :xd :112 :zi :z0 :ws*2 :tb*4 :17i :we :11g :z1 :zd :hj :11h :rl :14j :tb*2 :1n6 :1q6 :1n4 :1dx
:13c :1bk :1gj :185 :13x :u9 :l9 :yn :14e :nb*2 :b8 :g5*3 :l0 :u9 :lc :fg :qo :jg*3 :ir*2 :gp*2
:pl*6 :fo :pl*3 :fo :pl*3 :h9*2 :ir*2 :pl*2 :la :gs :pl*6 :hy :pl :l2 :b8 :ji :l4 :gp :pl*5 2:pl*2
:xn 4:pl 3:pl 8:0*28 1:0*3 3:0*2 1:0 1:0*7 d:zq :sx :1gb :16s :fg*2 :16u :zv 2:pl :uc :s5 :s4 :kh
:j1 4:ml :pl :14t :jg :17a :1fn :su 1:19l 1:1e6 :19r :jy :13m :130 :wm :13m :yz :114 :16u :17i :j1
:13o :13m :1ey :16u :wc :17i :16u :11i 1:yz :yx :112 :17i :13h :17i*2 :j1 :112 :z6 :si :10g :jy :yk
:z6 :10n :yv :z6 :si :u9 :10g :z6 :jy :10d :we :11o :yv :u9 :z6 :14i :10n :uc :13v :wo :yk :141 :x0
:14n :18i :jy :yk :z6 :yk :18i :13o :xb :xt :127 :1e9 :127 :14r :18i :122 :17i :z6 :11k :uc :yz :p9
:zy :xr :1b1 :w3 :1jy :16v :16l :10n :1bi :122 :11j :xa :14d :yc :12i :10n :yx :u7 :122 :10n :uc :hj
:17i :x0 :wz :11r :10n :11k :1ey :11h :10n :zr :11k :zr :yz*2 :18z :wm :11k :10v :j1*3 :1n3 :1lu
:18z :15u :16u :13h :16u :13m :130*2 :wm :19l :yz :1qo :10d :16u*2 :15u :16i :1ey :16u :17i :16u
:11i :11k :yx :13h :1er :13h :1bi :15d :1r9 :1vv :1c3 :1h1 :130 :11k :1o3 :13f :yj :zr :we :qr :15c
:yq :1ey :tr :zv*2 :yr :11i :15u :zd :z6 :zd :10n :uc :to :xd :1es :x0 :11y :z5 :1id :1kl :12h :1aa
:wd :uc :1dr :wv :yq*2 :10j :qr :uc :uh :hj*3 :1er :1cy :11l :yr :zv :xd :zd :1jy :18i :170 :11o
:1ft :16z :1es :16l :1xj :1le :17i :z6 :1r9 :1fk :zm :si :1j0 :1ib :17i :z6 :17i :zl :17i :zl :1ms
:1hf :1j0 :186 :1zy :1o1 :1jy :18i :11k :uc :xe :0*5 :le*2 :1d0 :15a :130 :va :11i :10n :wm :qr :y2
:rs :15d :y9 :1qo :1ey :10d :tr :13o :yr :15u :yr :15u :yr :1fz :16a :1cy :15c :1kg :18r :1t7 :1g2
:1cq :17x :11k :uc :yx :to :112 :xd :112 :xd :13h :x0 :1ky :1f8 :15d :z5 :15d :z5 :15d :10g :1gj
:15g :1gj :15g :j1 :1qo :1ey :13o :w9 :1co :158 :16u :zd :1d0 :15a :15d :z5 :1l2 :1br :hj :13m :yj
:13m :yj :1jj :1hn :yz :yq :17h :yq :17h :yq :1qo :1ey :10d :tr :13j :ws :16u :zv :16u :zv :17i :z6
:17i :z6 :17i :z6 :11k :uc :13h :xd :13h :xd :13h :xd :15d :z5 :wm :qr :1h1 :1aa :y2 :rs :13h :x0
:13h :x0 :130 :v4 :1nc :19q :1la :1b3 :16e :zh :1rk :1g1 :1tz :1fv :16z :wo :1c0 :153 :zm :si :16i
:11i :1tt :1io :1ij :1e5 :1jd :1fv :17i :10n :1kh :1ba :15u :yr :1sv :1i7 :1t7 :1g2 :1d0 :15a b:15n
:11b :119 :11g :11b :11j :xd :10v :1a9 :119 :y2 :sj :1d8 :14b :10i :xb :11d :10l :101 :13x :z9 :10l
:109 :11f :yo :18e :10e :13x :11f :10l :zi :y2 :zq :ti :16n :zq :131 :17s 2:gv :hi :fr :j4 :g1 :nm
:nz 1:1c1 :wu :101 :108 :wu :wy :sx :wu :12p :101 :ww :fu :1ee :wn :ww*2 :uv :ww :wu :ww :fs :ww :ow
:ww :ir :1c1 :tb :y2 :ww*2 :1bt :ww :wx :oi :1bt :x6 :vr :15n :15k 1:if :j4 11:0*e :l9 :0 :j1 :0*2
:j1 2:pg :0 8:119 :v8 :mv :u3 :z6 :hk :ki :z6 :yr :f2 :tk :t0 :uz :zn :111 :hk :n7 :ys :y3 :yj :xo
:xu :xf :11p :ut :12t :yz 5:y0 :t0 :qk :mq :10c h:y5*2 1:199 :1n9 1:jg 8:0 5:kh 3:tp 1:q6 :hj*2 :vt
:hj :1ax :hj :1fg :u8 :1fg*2 :10w*3 :q9*2 :th*2 :1yn*2 :1wv*2 :1h6*2 :yz*2 5:hi :1nh :19r :1ax :18f
:11i :17p :u8 :vt :1ax*2 :0*b 1:0 2:pl 5:v9*b :j4 :jg :rw :1fg :19r :0 3:ey 4:1fg*8 :10w*7 :ms*9
:th*4 :yv :th*4 :1yn*3 :1wv*2 :1h6 :yz :1nh*6 :19r*2 :1gf :1t3 :1gf :1ax*3 :1gf*6 :18f*4 :17p*5 :1c0
:10w 6:vt*3 2:vt :1ax 1:1ax 1:1ax 4:u8 q:v9*a 5i:zm*a :hj :s0 :rt :xd :zd*2 :ue :zd :1aa :s8*2 :w3
:z7 :mq :1gc :px :16a :zd :xd :1ap :w3 :107 :px :xd :te :w3*3 :te*2 3:0*9 :jg*2 2:zd*2 :l9 18k:zm
1t:14f :12a 1:12c 2:t4 :120 1:122 2:12y 6:105 :101 :129 :15x 1:11e :118*2 :1b7 :16b :18b*2 1:16t
:12y :13e 1:13c 1:10i 2:16b :1gs 1:112 :144 :1bs :z9 :0 :v8*2 :0*6 1:0*2 :ya 2:qe :181 :qf :x9 :wd
1:12u 1:0*6 2:13i*2 :zh :16t :11a*2 :17g :14f :12u :1ak 2:1xs*2 ci:18r :11j :yr :16q :vi :13a :12k
:1as :n7 :vq :175 :196 :vz :17r :140 :w8 :1ao :vr*2 :17r :18b :111 :w9 :vr :w0 :vq :15v :18q :vi :vw
:w0 :113 :178 :ui :z9 :ui :ue :11s a:sc :su :vu :16q :se :sv :s7 :16e :su :sg :1j0 :t3*2 :15p :sc
:su :165 :t3 :zu :u9 :17m :sn :15p :su :sa :t3 :vu :t3 :sb :sz :t3 :rn :sc :sl :sb :sd :sb :u2 :17o
:uy :su :vu :sd :mx :gk lg:13m*4 :1ab*3 1:1ab*3 :1g4 :1fn :1g4 :1fn :1g4 :1fn :1mt :1mc :1mt :1mc
:1ab :1mt :1mh :1mt :1mh :1ab 1:fu :r3 :lr*2 :k7*4 :sv :o2 :fu :k7*3 :1q4 :1ei :1q9 :1uf :13m*4
:19d*3 1:19d*3 :1g4 :1fn :1g4 :1fn :1g4 :1fn :1mt :1mc :1mt :1mc :1mt :1mh :1mt :1mh :19d :th :bp
1:15k*4 :15r*3 1:15r*3 :1i2 :1hn :1i2 :1hn :1i2 :1hn :1i9 :1hz :1i9 :1hz :1i9 :1hu :1i9 :1hu :1i9
:oq :1fg*2 :1ge :1g1 :121*9 :1go :1dw :1e6 :1dw :1e6 :1dw :1go :1dw :1go :1dw :1e6 :1dw :1e6 :1dw
:1e6 :pn*2 :1c0*4 :121*9 :1go :1dw :1go :1dw :1go :1dw :1go :1dw :1go :1dw :1go :1dw :1go :1dw :1go
:pn*2 :w2*9 :194 :17r :187 :18q :187 :18q :194 :18q :194 :18q :187 :18q :187 :18q :187 :mb :s2 :mb
2:1ek*4 :1bo*5 :1rd :1ru :1pf :1qv :1pf :1qv :1bo :xr :pf :xr :1ek*4 :1bo*5 :1r0 :1ru :1tp :1qv :1tp
:1qv*2 :1q6 :1qv :1q6 :1tp :1qv :1tp :1qv :xr 1:19d :11d*9 :1f2 :1d2 :1di :1en :1di :1en :1f2 :1d2
:1f2 :1d2 :1di :1en :1di :1en :1di :p8 :nj :p8 8:1b9*3 :1m5*4 :1pw :1pi :1pw :1pi :1pw :1pi :219
:20p :219 :20p :219 :20p :219 :20p :127 :13q*9 :1fc :1fd :1fu :1ez :1fu :1ez :1fc :1fd :1fc :1fd
:1fu :1ez :1fu :1ez :1fu :pb 1:k7 :q3 :1gv*2 :1dz*4 :11i*6 :1fc :1d3 :pb 1:19d :13m*4 :1bi*4 :1o0
:1mh :ut :15k*6 :15r*4 :1i9 :1hu :s2 9:1e0*7 :vm :16u :q3 :1rd*7 :1en 4:1e0*4 :29g*3 :1ua*2 :29g*2
:17e :1t6 9:1ek*2 :1bo*4 :xr :13q*7 :pb :121 1a:16i 2:16i 2s:pd*2 12:l4 :1rd :29g :2v8*2 :2g2 :2dw
:2v8*2 9:rt :wl :1ce :1s7 :280 :2ns :w3 :1bw :1s7 :27t :2ns :t4 :18w :1or :24n :2ki :wl :1ce :1ri
:27m :2ns :t4*2 :14d :1r6 :27t :11w :wo :wn 19f:xd :16o :1hn :v5 :uc :ym*2 :sl :si :hj :pa :y1 :rl
:15u :zv :z6 :uc :xs*3 :1k0 1:z6*2 :sg :wv*2 :to :wh :11q :1ci :zk :xd :1ba :ts :x1 2:rl :xd :zd :sg
:13z :11i :oy :yz :ok 1:qr :m0*2 :qh :qz :c0*2 :oz :kj :w2 :qz*2 :re :q2 :nm :ot :m0 :q6 :zk :nf*2
:oi :10g :oi*4 :jr*2 :oi :b8 :oy :xz :nb :oz :l6 :oz*2 :oi :ju :nb :no :xz :pn 1:n2 :ly :m5 :p8 :ks
:b8 :g5 :nb :pn :n2 :ly :n2 :p8 :ks c:10n :qz 2:rx 1:129 7:qa l:oi :l6*2 :oz :jr :ja :hs :oi :nb :hr
:ee :hr*2 :m2 :go :gv :iy :y0 :xz :sr*2 :my :oz :rr :ll :k9 :ju :tu :pa :kg :n2 :pn :ld :qs :o1 :na
:lr 4:0*6 1i:13m :yj :130 :10n :130 :10n :130 :10n :11k :uc :16i :10n :16i :10n :16i :10n :16i :10n
:16i :10n :yz :yq :yz :yq :yz :yq :yz :yq :yz :yq :yz :m9 :160 :10n :16u :10g :16u :10g :16u :10g
:16u :10g :16u :10g :j1 :hj :j1 :hj :13o :y1 :13o :y1 :13o :y1 :wm :hj :wm :hj :wm :hj :wm :hj :1ey
:1hc :1ey :1hc :1ey :1hc :16u :10g :16u :10g :16u :10g :16u :10g :17i :z6 :17i :z6 :17i :z6 :17i :z6
:11i :10n :11i :10n :13f :p9 :13f :p9 :13f :p9 :13f :p9 :10v :uh :10v :uh :10v :uh :10v :uh :10v :uh
:yx :oh :yx :oh :yx :oh :yx :oh :15k :10g :15k :10g :15k :10g :15k :10g :15k :10g :13m :xd :13m :xd
:1kh :1ba :1kh :1ba :1kh :1ba :1kh :1ba :1kh :1ba :13h :x0 :13h :x0 :112 :xd :114 :ts :114 :ts :114
:ts :10g :oh :1ba :xd :yj :m9*3 :19v :z6 :13m :yj :13m :yj :13m :yj :13m :yj :13m :yj :13m :yj :13m
:yj :13m :yj :13m :yj :13m :yj :13m :yj :13m :yj :yz :yq :yz :yq :yz :yq :yz :yq :yz :yq :yz :yq :yz
:yq :yz :yq :j1 :hj :j1 :hj :17i :z6 :17i :z6 :17i :z6 :17i :z6 :17i :z6 :17i :z6 :17i :z6 :18q :z6
:18q :z6 :18q :z6 :18q :z6 :18q :z6 :15k :10g :15k :10g :16r :10g :16r :10g :16r :10g :16r :10g :16r
:10g :112 :xd :112 :xd :112 :xd :112 :xd :1cr :wy 4:z6*8 :13m*2 :1ha :1hf :1bv :1da :16r :17z :si*6
2:14i :14o :1ka :1k4 :1gd :1hv 2:10g*8 :1ce :1cp :1s0*2 :1oe :1pr :1hy :1ie :jy*8 :or :p1 :13r :147
:10g :11s :uy*2 :z6*6 2:19n :1br :1qi :1qn :1hw :1je 2:yk*8 1:1bm 1:1om 1:1pd 1:1hp :18i*8 :1ai :1d2
:1rs :1s2 :1j2 :1kk :1gm :1j2 :z6*2 :si*2 :10g*2 :jy*2 :z6*2 :yk*2 :18i*2 2:z6*8 :13m*2 :1ha :1hf
:1bv :1da :16r :17z :10g*8 :1ce :1cp :1s0*2 :1oe :1pr :1hy :1ie :18i*8 :1ai :1d2 :1rs :1s2 :1j2 :1kk
:1gm :1j2 :z6*5 1:z6*2 :13m*2 :18v :14t :13m :pl*5 :10g*3 1:10g*2 :1bk :17a :1ja :1fn :16u :pl*3
:jy*4 2:jy*2 :j1*2 :vs :su 1:pl*3 :yk*4 :10n*2 :yk*2 :112*2 :1g8 :1e6 :16x :pl*3 2:18i*3 1:18i*2
:1ii :19l :1ji :19r :17i :pl*2 1:pl :1f7 :pl :1f7 :gv :cs :8j :zm :jg :a8 :53 :0*5 :l9*2 :zm :pl
:1f7*2 :pl*2 :jg*4 :xn*4 :pl*2 :wq*2 :h1 :y5 :1f7 :ht :0*7 :a8 :21q :2ol :di :mv :w9 :di :mv :w9
:11i :l3*2 :1dr :w3 :tp :pl :16e*2 :gu :1gd :pl :8j :ne*2 :1gr :16f*2 :q9 :wk :pl*2 :qr :kh :16e :qr
:sh :1f7 :16e :16w :z0 :15m :16w*2 :jg :18m :16w :jg*2 :bd :0*5 5:0*6 :mf :b8 2:mf*6 :r0*3 :er*2 :nb
:mf*a :r0*3 :er*2 1:nf :oi :oz :l4 :oi :nb :oy :b8 :xz :nb :oi :ji :ju 3:1bk :zm*4 :1hc :zm :25p
:1po :1kh :1aa :zm*4 :1z9 :zm*4 :180 :zm 2:zm*3 2:zm i:0*2 4:0*2 3:0*2 4:0 u:1lb :1nx :11k :1q0 :19v
:1jv :1mk :vg :zr :1jm 1:1ix :1ar :19g :10g*2 :uk :zp :17u :o5 :1dv :16u :1pl :1f7 :zp :12e :17i
:1c1 :15o :150 :19w :10c :1g7 :1tk :1f7 :12n :12m :tk :17i*2 :131 :hb :13o :13m :1bi :15w :17r :wk
:11c :15c :yz :1om :ns :14n :11g :p9 :z0 :jg :1ce :1x0 :14f :11q :xi :186 :170 :13o :si :wm :12x
:16i :10n :yq :hj*2 1:18n 2:s0 1:1h0*2 :23x :1h0*c :vi :j1 :xq :1ce :1k9 :13m :1k9 :1yy :2dm :1ld
:13h :1lc :200 :wm :11k :16i :1ey :hj :v3 :18n :1ed :xd :1d9 :1qs :24c :1dl :x0 :1dl :1r5 :hj :uc
:10n :1hc :1tz :16i :1tz :11k :uc :11k 3:1h0 6:16w*34 :13m :zm :ru :yz*2 :17u :zo*2 :19w*2 :12e
:19w*2 :12e :wk :14a*2 :10r :16w*2 :zm :ip :zm :16w :w1 :jg :y5*3 :10g :16n :16w :19w*2 :16w :pl*4
:15k*4 :v8 :1bj :1ua :ss :1e0 :1v7 :ss*3 :zm*2 :f1 :zm :16w*8 :j7 :16w*j :1ie*2 :16w*i :171*2 :1hl*2
:pl :16w*v :15k*3 :16w*4 :14r*2 :16w*d :1as*4 :rr*2 :1as*8 :16w*6 :1f7*2 :16w*2 :rr :15k*3 :16w*2
:175*4 :w1 :jg :w1 :16w :1f7*5 :16w :15j*2 :16w*8 :20t*2 :16w*k :1f7*4 :1n9 :19w :12e :19w*2 :12e
:19w*2 :1n9 :19w :12e :19w :12e :19w :ut*2 :10n :16w*4 :p0 :ne*4 :15e*4 :16w :rk 6:1bi :16w 2:o0*4
:v8*2 2:1n0*2 :20e :1n0 :21w 2:20e :18p 1y:jy :10n :18i 4:z6 2:186 9:1n0 c:18p 6:pl*c :12e*7 :v8
v:16w :1cd j:18p 1:13d 2:zm 1l:10n*2 1o:17c*a 46:ut*3k :13d*w :1cd*a :yp*2 :1cd*2 :s6*2 :13d*4 :pp*2
:13d*2 :pp*2 :13d*4 :pp*2 :13d*2 :pp*2 :13d*5 :18o :pa :18o*b :qz*2 :170 :1do*3 :jt*4 :13d*6 :wq
:1cd*5 :13d*3 :1la :1cd*4 :18o*4 :13d*3 :16i*2 :11i*2 :13d :19w :1f7 :19w*5 :tb :19v :19w :19h*2 :yd
:1fu :1rr :1s0 :19w*3 :r9 :19w*9 :v6 :19w :v6 :19w*4 :y9 :127 :x9 :144 :rw :19w*3 :10d :19w*c :1hd*3
:19w*3 :vf :11i*2 :19w*13 :o5 :wo :19w*2 :o5 :ia :or :12a :137 :19w*e :18i*6 :19w*f :rp :19w*7
1:19w*3 :zy :1ff :1jr :1o5 :1a8 :16w*a :177 :16w :11i*4 :17i :11i*2 7:16w*4 u:11i u:16w*4 1:16w*4
2:16w*s 1:16w*z 1:19w 1:19w*4 3:19w 1:16w*3 :hr*2 :u1*2 2:16w*l :17c*a :16w*l 3:16w*o 1:16w*e 6:ne*2
p:pa 5:oy*2 :ne*2 :10w*2 4:16w*4 :1n9 :21e*b :140*74 6:16w*2 2:16w*2 1g:16w*2 1t:12k*2 21:16w :1hk*2
:1f7*5 l:pa e:16w*2 4:1f7*3 9:2d1 :ss*g i:16w 1m:16w*2 h:16w*10 d:16w*d 1q:16w*2 5:16w*i :1cd*4
:13d*4 :1cd 4:18i*2 :18p*3 :1la 1a:18i*2 7f:wm :ig :wm :11i :13f :yj :oh :1cy :10g :13o :y1 :114 :ts
:181 :1ey :13m :181 :13u :1qi :1i2 :xd :zq :sx :141 1:rj :z6 :sl :b8 :oy :10v :114 3k:xx :yl :xu :w7
:xu :1gt :10r :1gt :x6 :y5 :1gt :yg :yo :1h1 :yt :19d :1gt :yz :yi :1gz :1gw :1gk :yl :yg :y5*2 :xr
:yd :1h7 :yg :zf :xr :1ho :xr :xh :ya :11i :1g2 a:ze :1c7*2 :114*3 :yl :13m*2 :yz*2 :151 :1em :12y
:vw :12y :1c7*2 :j2 :11w :16u :1ar :ye :11q :yt :yz :ut :1h7 :13t :16u :yz :j1 :13t :j2 :114 :ze
:1c7*2 :16u :j2 :16s :1c7*2 :11k :18v :13h :11k :yz :13m :16u :yz :17i :zp :17i 9:10n 4o:tp 6:16w
2:ne*4 8:tp 68h:19w*1s h5c:130 :11i*2 :16i :yx*2 :160 :13o*2 :r4 :11k*2 :114 :yz*2 :1ey :16u :wm
:10v :13f*2 :13m*2 :16u :13o :r4 :1kh :13h :112 :130 :13m*2 :yz*2 :j1 :17i :15k*2 :si :16i :gi*2
:yi*2 :gi*2 :u3*2 90:10v :uh :ma :mj 4:1zy :1o1 2:1r6 :1gl 2:1o3 :1dr :1jy :1d2 a:1jj :1bb :1k4 :1ap
:1si :1f1 :17i :z6 :1h3 :18f :200 :1km :1d7 r:1db :14a :yx :to 6:15d :10g 2:200 :1km 32:pl*f 4:kh*2
:ep*3 2:mq :jz :rn*2 :16u :10g :1gs :17w :zm :si 4:sl :uh :1x2 :1hu :1tr :1ih :1q9 :1hz :1j9 :1b7
:1j9 :1b7 :1h0 :1b7 :zr :s4 :xk :z9 4:17i :rr :yy :r7 :1b0 :15o 2:200 :1km :11i :10n :1cj :1bz 2:17i
:10n c:11r :10n :11r :10n o:wm :hj :16u :10g 5:kh :jr :nc :fo :15d :zi 1:1bi :13b e:160 :10n :13o
:y1 :16u :10g :13f :p9 :10v :uh :19c 25:ve :z9 :1id :yz :11i :1ey :j1 :1vu e0w:b1 :ce :dn :e6 :eg
:ce :b1 :ce :dn :e6 :dn :ce :b1 :ce :dn :e6 :dn :ce :b1 :ce :eg :e6 :dn :ce :b1 :eg yu:vc*2 :xf :1a6
:vu*2 :xt :19s :u6 :vu :1ni :w1 :w3 :19p :vc :w2 :1bb :w3 :123 :wg :19d :w2 :1ag :w1 :vs :w6 :yo :w1
:vs :w9 :w3 :t8 :vt :wa :vc :va :vn :yd :1da 1:1gd :178 :su*6 :se*4 :tc*3 :167*5 :v9*6 hv:z6 u2:15h
:11y*2 :1l3 :1l5 :15d :1g7 c:1z1 :1yu :1yj :1yu :2fp 5:f2 :0 :qk :y0 :1c2 :14c :1b3 :148 :17w :18i
:161 :19k :16w :12t*4 :119*3 :v8 :mv :u3 :z6 :mc :ot 1:yr :m9 :tk :t0 :uz 1:111 1:n7 :ys 1:yj :xo
1:xf :11p :ut :12t :yz :hk :v8 :t0 :xo :10d 2:1fg :1i7 :j8 :kw :1fg :1i7 :j8 :kw :1fg :1i7 :j8 :kw
:1fg :1i7 :j8 :kw :1fg :1i7 :j8 :kw :1fg :1i7 :j8 :kw :1nh :1oz :xi :10u :1nh :1oz :xi :10u :10w*g
:q9 :tk :q9 :tk :q9 :tk :q9 :tk :th :vu :th :vu :1gf*2 :tr*2 :1gf*2 :tr*2 :1gf*2 :tr*2 :1gf*2 :tr*2
:17p :1a2 :17p :1a2 :j8 :kw 6:1c0 :191 :zi :xs 11:167 :175 :od :s9 :vt :w3 :vt :w3 :vt :w3 1:vt :w3
4:1ax :1fs :j8 :kw :j8 :kw i:1ax :1fs :j8 :kw e8:0*g g:0*4 24:hi*3 :hp :hi 1:hi*a :q6 :hj :j8 :hj
:j8 :vt :w3 :hj :j8 :1ax*2 :j8 :kw :hj :j8 :1fg :1i7 :j8 :kw :u8 :v1 :1fg :1i7 :j8 :kw :1fg :1i7 :j8
:kw :10w*c :q9 :tk :q9 :tk :th :vu :th :vu :1yn :20d :1ec :1g3 :1yn :20d :1ec :1g3 :1wv :1xu :1dh
:1eg :1wv :1xu :1dh :1eg :1h6 :1it :1c8 :1dv :1h6 :1it :1c8 :1dv :yz*3 :sw :yz*3 :sw :1nh :1oz :xi
:10u :19r :1a5 :xi :10u :1ax :1bo :tr*2 :18f :19p :j8 :kw :11i :145 :vp :yb :17p :1a2 :j8 :kw :u8
:v1 :zi :xs :vt :w3 :1ax :1fs :1ax :1fs :j8 :kw :124 :12v :124 :12v :124 :12v :124 :12v 2:0 6x:0*4
:1l0 le:170 :y3 :uy :xr :tu*2 :pi :z0 :1a9 :j1 :z2 :v5 :1v9 :187 :1ba :1a9 :124 :1bi :x0 :y1 :qu
:10j :ya :12r :14a :17l :wi :vj*2 :pi :170 1:j1 :170 :12r :17y 1524:19w*2f dd:12x :13i 1:16i :z3*2
:160 1:nj :jx :14j :xi :1hd 1:17i 3:10v :zr :16c :13e :1je :159 :11y 1:101 :10n :uc :10n :yq :px
:115 :10g :hj*2 :zj :hj :1l0 :10g :z6 :10n*2 :qq :uh :py :10g :tr :1aa :za :xd :ur 2w:13m :130 :11k
:16i :yz*2 :160 :16u :q9 :j1 :13o :wm :1ey :16u :17i :11i :17i :13f :10v :yx :15k :13m :1kh :13h
:112 :114 :yj :10n :uc :10n :yq :m9 :10n :10g :hj*2 :y1 :hj :1hc :10g :z6 :10n*2 :p9 :uh :oh :10g
:xd :1ba :x0 :xd :ts 9a:13m :130 :wm :13m :yz :114 :16u :17i :j1 :13o :13m :1ey :16u :wc :17i :16u
:11i :17i :yz :yx :112 :17i :13h :17i*2 :zo :z6 :10n :yv :z6 :si :u9 :10g :z6 :jy :10d :we :11o :yv
:u9 :z6 :14i :10n :uc :13v :wo :yk :141 :x0 :14n :18i :ru :x0 :xt :122 :14r :10n :18i 20:zm*a a:zm*a
4sa:1xt*1e :15q*1e c:1gd*f 2:1gd*c :1gs :1gd 2:1gd*f 1:1gd*f fl:1hd*8 7o:1he :1ol 2:1hd 3:1n7
cq:1hd*2 :1nt :1hd*x 1:1hd*7 1:1nt :1hd*6 :2a4 :1hd*4 :1nt :1hd*7 2:1hd
`;
