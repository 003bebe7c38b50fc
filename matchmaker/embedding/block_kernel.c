/* One forward pass of a small BERT whose matrices are 4-bit in blocks of 32, for processors with AVX2, FMA and F16C.
 *
 * Weights stay 0..15 (stored plus 8) and activations become int8 with one scale per row and block of 32, so that
 * a block's dot product is exact in 16 bits: sixteen products of at most 127 * 8 per lane. Attention, normalisation
 * and sums are fp32. Padding rows (up to a multiple of 4) are computed and never looked at. */
#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define HID 384
#define HEADS 12
#define HD 32
#define INNER 1536
#define LAYERS 12
#define POSITIONS 512

typedef struct {
    const uint8_t *w;   /* [n/16][k/32][8][2][8][4] */
    const float *scale; /* [n/16][k/32][16] */
    const float *bias;  /* [n] */
} matrix;

typedef struct {
    matrix qkv, out, up, down;
    const float *ln1_w, *ln1_b, *ln2_w, *ln2_b;
} layer;

typedef struct {
    const uint8_t *words;  /* [vocabulary][12] blocks of 18 bytes */
    const float *position; /* [512][384], with the first token type added */
    const float *ln_w, *ln_b;
    float eps;
    int32_t vocabulary;
    layer layers[LAYERS];
} model;

static inline float hsum(__m256 v) {
    __m128 s = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    s = _mm_add_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_add_ss(s, _mm_movehdup_ps(s)));
}
static inline float hmax(__m256 v) {
    __m128 s = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    s = _mm_max_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_max_ss(s, _mm_movehdup_ps(s)));
}
/* 2 to the x for x <= 0 (next to nothing below -126); the series of degree 5 around the nearest whole number. */
static inline __m256 vexp2(__m256 x) {
    x = _mm256_max_ps(x, _mm256_set1_ps(-126.f));
    __m256 n = _mm256_round_ps(x, 8), r = _mm256_sub_ps(x, n);
    __m256 p = _mm256_set1_ps(1.33988e-3f);
    p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(9.61844e-3f));
    p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(5.550327e-2f));
    p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(2.4022648e-1f));
    p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(6.931472e-1f));
    p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(1.f));
    return _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(p), _mm256_slli_epi32(_mm256_cvtps_epi32(n), 23)));
}
/* x * Phi(x); erf as a quotient of polynomials fitted on [-3.2, 3.2], beyond which it is 1: error below 1e-5. */
static inline __m256 vgelu(__m256 x) {
    const __m256 most = _mm256_set1_ps(3.2f), half = _mm256_mul_ps(x, _mm256_set1_ps(.5f));
    __m256 z = _mm256_mul_ps(x, _mm256_set1_ps(0.70710678f));
    z = _mm256_max_ps(_mm256_min_ps(z, most), _mm256_sub_ps(_mm256_setzero_ps(), most));
    __m256 t = _mm256_mul_ps(z, z);
    __m256 p = _mm256_fmadd_ps(_mm256_set1_ps(8.86218114e-04f), t, _mm256_set1_ps(4.44442370e-02f));
    p = _mm256_fmadd_ps(p, t, _mm256_set1_ps(1.56424264e-01f));
    p = _mm256_fmadd_ps(p, t, _mm256_set1_ps(1.12838895f));
    __m256 q = _mm256_fmadd_ps(_mm256_set1_ps(1.19344187e-05f), t, _mm256_set1_ps(9.88417137e-03f));
    q = _mm256_fmadd_ps(q, t, _mm256_set1_ps(9.64798873e-02f));
    q = _mm256_fmadd_ps(q, t, _mm256_set1_ps(4.72050598e-01f));
    q = _mm256_fmadd_ps(q, t, _mm256_set1_ps(1.f));
    return _mm256_fmadd_ps(half, _mm256_div_ps(_mm256_mul_ps(z, p), q), half);
}

/* Rows of quantised activations: values, scales, and -8 times the sums that undo the weights' plus 8. */
typedef struct {
    int8_t *q;       /* [m][k] */
    float *scale;    /* [m][k/32] */
    int32_t *offset; /* [m][k/32], two int16: of positions 0,1 and 2,3 of every four */
} rows;

static inline void quantise32(__m256 a, __m256 b, __m256 c, __m256 d, int8_t *q, float *scale, int32_t *offset) {
    const __m256 sign = _mm256_set1_ps(-0.f);
    float top = hmax(_mm256_max_ps(_mm256_max_ps(_mm256_andnot_ps(sign, a), _mm256_andnot_ps(sign, b)),
                                   _mm256_max_ps(_mm256_andnot_ps(sign, c), _mm256_andnot_ps(sign, d))));
    *scale = top * (1 / 127.f);
    __m256 inv = _mm256_set1_ps(top > 0 ? 127.f / top : 0.f);
    __m256i ia = _mm256_cvtps_epi32(_mm256_mul_ps(a, inv)), ib = _mm256_cvtps_epi32(_mm256_mul_ps(b, inv));
    __m256i ic = _mm256_cvtps_epi32(_mm256_mul_ps(c, inv)), id = _mm256_cvtps_epi32(_mm256_mul_ps(d, inv));
    __m256i ab = _mm256_packs_epi32(ia, ib), cd = _mm256_packs_epi32(ic, id);
    __m256i v = _mm256_permutevar8x32_epi32(_mm256_packs_epi16(ab, cd), _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
    _mm256_storeu_si256((__m256i *)q, v);
    __m256i s = _mm256_maddubs_epi16(_mm256_set1_epi8(8), v); /* pairs, times 8 */
    __m128i h = _mm_add_epi16(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1));
    h = _mm_add_epi16(h, _mm_srli_si128(h, 8));
    h = _mm_add_epi16(h, _mm_srli_si128(h, 4));
    *offset = _mm_cvtsi128_si32(_mm_sub_epi16(_mm_setzero_si128(), h));
}

/* 4 rows by 16 columns. */
static inline void tile(const rows *x, int row, int blocks, const uint8_t *w, const float *ws, const float *bias,
                        float *out, int ld) {
    const __m256i ones = _mm256_set1_epi16(1);
    const int k = blocks * 32;
    const int8_t *a = x->q + (size_t)row * k;
    const float *as = x->scale + (size_t)row * blocks;
    const int32_t *ao = x->offset + (size_t)row * blocks;
    __m256 f[4][2];
    for (int r = 0; r < 4; r++) { f[r][0] = _mm256_loadu_ps(bias); f[r][1] = _mm256_loadu_ps(bias + 8); }
    for (int b = 0; b < blocks; b++, w += 512, ws += 16, a += 32) {
        __m256i s[4][2];
        for (int r = 0; r < 4; r++) s[r][0] = s[r][1] = _mm256_set1_epi32(ao[r * blocks + b]);
#pragma GCC unroll 8
        for (int j = 0; j < 8; j++) {
            __m256i w0 = _mm256_load_si256((const __m256i *)(w + j * 64));
            __m256i w1 = _mm256_load_si256((const __m256i *)(w + j * 64 + 32));
#pragma GCC unroll 4
            for (int r = 0; r < 4; r++) {
                __m256i v = _mm256_set1_epi32(*(const int32_t *)(a + (size_t)r * k + j * 4));
                s[r][0] = _mm256_add_epi16(s[r][0], _mm256_maddubs_epi16(w0, v));
                s[r][1] = _mm256_add_epi16(s[r][1], _mm256_maddubs_epi16(w1, v));
                /* Keeps the sums in their registers and in this order. */
                __asm__("" : "+x"(s[r][0]), "+x"(s[r][1]));
            }
        }
        __m256 s0 = _mm256_load_ps(ws), s1 = _mm256_load_ps(ws + 8);
#pragma GCC unroll 4
        for (int r = 0; r < 4; r++) {
            __m256 d = _mm256_set1_ps(as[r * blocks + b]);
            __m256 i0 = _mm256_cvtepi32_ps(_mm256_madd_epi16(s[r][0], ones));
            __m256 i1 = _mm256_cvtepi32_ps(_mm256_madd_epi16(s[r][1], ones));
            f[r][0] = _mm256_fmadd_ps(i0, _mm256_mul_ps(d, s0), f[r][0]);
            f[r][1] = _mm256_fmadd_ps(i1, _mm256_mul_ps(d, s1), f[r][1]);
        }
    }
    for (int r = 0; r < 4; r++) {
        _mm256_storeu_ps(out + (size_t)r * ld, f[r][0]);
        _mm256_storeu_ps(out + (size_t)r * ld + 8, f[r][1]);
    }
}

/* Asks for the part of the next columns' weights that falls to these rows: they lie too far off to wait for. */
static inline void fetch_next(const uint8_t *next, int row, int m, size_t bytes) {
    for (size_t at = row * bytes / m / 64 * 64; at < (row + 4) * bytes / m; at += 64)
        _mm_prefetch((const char *)next + at, _MM_HINT_T0);
}

static void multiply(const rows *x, int m, int k, int n, const matrix *w, float *out) {
    int blocks = k / 32;
    for (int c = 0; c < n; c += 16)
        for (int r = 0; r < m; r += 4) {
            fetch_next(w->w + (size_t)(c + 16) * k, r, m, (size_t)k * 16);
            tile(x, r, blocks, w->w + (size_t)c * k, w->scale + (size_t)c * blocks, w->bias + c,
                 out + (size_t)r * n + c, n);
        }
}
static void multiply_gelu(const rows *x, int m, int k, int n, const matrix *w, rows *y) {
    int blocks = k / 32;
    float buf[4 * 32] __attribute__((aligned(32)));
    for (int c = 0; c < n; c += 32)
        for (int r = 0; r < m; r += 4) {
            fetch_next(w->w + (size_t)(c + 32) * k, r, m, (size_t)k * 32);
            for (int h = c; h < c + 32; h += 16)
                tile(x, r, blocks, w->w + (size_t)h * k, w->scale + (size_t)h * blocks, w->bias + h, buf + h - c, 32);
            for (int i = 0; i < 4; i++) {
                size_t at = (size_t)(r + i) * n + c;
                const float *b = buf + i * 32;
                quantise32(vgelu(_mm256_load_ps(b)), vgelu(_mm256_load_ps(b + 8)), vgelu(_mm256_load_ps(b + 16)),
                           vgelu(_mm256_load_ps(b + 24)), y->q + at, y->scale + at / 32, y->offset + at / 32);
            }
        }
}

/* x <- norm(x + add); also quantised. */
static void add_norm(float *x, const float *add, int m, const float *g, const float *b, float eps, rows *y) {
    for (int r = 0; r < m; r++) {
        float *p = x + (size_t)r * HID;
        const float *q = add ? add + (size_t)r * HID : 0;
        __m256 s0 = _mm256_setzero_ps(), s1 = s0, v0 = s0, v1 = s0;
        for (int i = 0; i < HID; i += 16) {
            __m256 u = _mm256_loadu_ps(p + i), v = _mm256_loadu_ps(p + i + 8);
            if (q) {
                u = _mm256_add_ps(u, _mm256_loadu_ps(q + i)); v = _mm256_add_ps(v, _mm256_loadu_ps(q + i + 8));
                _mm256_storeu_ps(p + i, u); _mm256_storeu_ps(p + i + 8, v);
            }
            s0 = _mm256_add_ps(s0, u); s1 = _mm256_add_ps(s1, v);
        }
        __m256 mean = _mm256_set1_ps(hsum(_mm256_add_ps(s0, s1)) / HID);
        for (int i = 0; i < HID; i += 16) {
            __m256 u = _mm256_sub_ps(_mm256_loadu_ps(p + i), mean), v = _mm256_sub_ps(_mm256_loadu_ps(p + i + 8), mean);
            v0 = _mm256_fmadd_ps(u, u, v0); v1 = _mm256_fmadd_ps(v, v, v1);
        }
        __m256 inv = _mm256_set1_ps(1.f / sqrtf(hsum(_mm256_add_ps(v0, v1)) / HID + eps));
        for (int i = 0; i < HID; i += 32) {
            __m256 o[4];
            for (int j = 0; j < 4; j++) {
                __m256 u = _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(p + i + 8 * j), mean), inv);
                o[j] = _mm256_fmadd_ps(u, _mm256_loadu_ps(g + i + 8 * j), _mm256_loadu_ps(b + i + 8 * j));
                _mm256_storeu_ps(p + i + 8 * j, o[j]);
            }
            size_t at = (size_t)r * HID + i;
            quantise32(o[0], o[1], o[2], o[3], y->q + at, y->scale + at / 32, y->offset + at / 32);
        }
    }
}

/* 8 by 8, rows past the last count as zeros. */
static inline void transpose8(const float *from, int ld, int rows, float *to, int wide) {
    __m256 a[8], t[8];
    for (int i = 0; i < 8; i++) a[i] = i < rows ? _mm256_loadu_ps(from + (size_t)i * ld) : _mm256_setzero_ps();
    for (int i = 0; i < 8; i += 2) {
        t[i] = _mm256_unpacklo_ps(a[i], a[i + 1]);
        t[i + 1] = _mm256_unpackhi_ps(a[i], a[i + 1]);
    }
    for (int i = 0; i < 8; i += 4) {
        a[i] = _mm256_shuffle_ps(t[i], t[i + 2], 0x44);
        a[i + 1] = _mm256_shuffle_ps(t[i], t[i + 2], 0xEE);
        a[i + 2] = _mm256_shuffle_ps(t[i + 1], t[i + 3], 0x44);
        a[i + 3] = _mm256_shuffle_ps(t[i + 1], t[i + 3], 0xEE);
    }
    for (int i = 0; i < 4; i++) {
        _mm256_storeu_ps(to + (size_t)i * wide, _mm256_permute2f128_ps(a[i], a[i + 4], 0x20));
        _mm256_storeu_ps(to + (size_t)(i + 4) * wide, _mm256_permute2f128_ps(a[i], a[i + 4], 0x31));
    }
}

/* qkv is [m][1152], queries scaled for powers of two; kt and p are scratch of [32][wide] and [4][wide] floats, wide
 * being n rounded up to 16. */
static void attend(const float *qkv, int n, int m, float *kt, float *p, rows *y) {
    const int ld = 3 * HID, wide = (n + 15) / 16 * 16;
    for (int h = 0; h < HEADS; h++) {
        const float *q = qkv + h * HD, *k = q + HID, *v = k + HID;
        for (int d = 0; d < HD; d += 8)
            for (int j = 0; j < wide; j += 8) transpose8(k + (size_t)j * ld + d, ld, n - j, kt + d * wide + j, wide);
        for (int i = 0; i < m; i += 4) {
            __m256 top[4];
            for (int r = 0; r < 4; r++) top[r] = _mm256_set1_ps(-1e30f);
            for (int j = 0; j < wide; j += 16) {
                __m256 s[4][2];
                for (int r = 0; r < 4; r++) s[r][0] = s[r][1] = _mm256_setzero_ps();
                for (int d = 0; d < HD; d++) {
                    __m256 k0 = _mm256_loadu_ps(kt + d * wide + j), k1 = _mm256_loadu_ps(kt + d * wide + j + 8);
#pragma GCC unroll 4
                    for (int r = 0; r < 4; r++) {
                        __m256 u = _mm256_set1_ps(q[(size_t)(i + r) * ld + d]);
                        s[r][0] = _mm256_fmadd_ps(u, k0, s[r][0]); s[r][1] = _mm256_fmadd_ps(u, k1, s[r][1]);
                    }
                }
                for (int r = 0; r < 4; r++) {
                    _mm256_storeu_ps(p + r * wide + j, s[r][0]); _mm256_storeu_ps(p + r * wide + j + 8, s[r][1]);
                    top[r] = _mm256_max_ps(top[r], _mm256_max_ps(s[r][0], s[r][1]));
                }
            }
            float inv[4];
            for (int r = 0; r < 4; r++) {
                __m256 peak = _mm256_set1_ps(hmax(top[r])), sum = _mm256_setzero_ps();
                float *pr = p + r * wide;
                for (int j = n; j < wide; j++) pr[j] = -1e30f;
                for (int j = 0; j < wide; j += 8) {
                    __m256 e = vexp2(_mm256_sub_ps(_mm256_loadu_ps(pr + j), peak));
                    _mm256_storeu_ps(pr + j, e);
                    sum = _mm256_add_ps(sum, e);
                }
                inv[r] = 1.f / hsum(sum);
            }
            __m256 o[4][4];
            for (int d = 0; d < 4; d += 2) {
                __m256 u[4][2];
                for (int r = 0; r < 4; r++) u[r][0] = u[r][1] = _mm256_setzero_ps();
                const float *at = v + 8 * d;
                for (int j = 0; j < n; j++, at += ld) {
                    __m256 v0 = _mm256_loadu_ps(at), v1 = _mm256_loadu_ps(at + 8);
#pragma GCC unroll 4
                    for (int r = 0; r < 4; r++) {
                        __m256 w = _mm256_set1_ps(p[r * wide + j]);
                        u[r][0] = _mm256_fmadd_ps(w, v0, u[r][0]);
                        u[r][1] = _mm256_fmadd_ps(w, v1, u[r][1]);
                    }
                }
                for (int r = 0; r < 4; r++) { o[r][d] = u[r][0]; o[r][d + 1] = u[r][1]; }
            }
            for (int r = 0; r < 4; r++) {
                __m256 f = _mm256_set1_ps(inv[r]);
                size_t at = (size_t)(i + r) * HID + h * HD;
                quantise32(_mm256_mul_ps(o[r][0], f), _mm256_mul_ps(o[r][1], f), _mm256_mul_ps(o[r][2], f),
                           _mm256_mul_ps(o[r][3], f), y->q + at, y->scale + at / 32, y->offset + at / 32);
            }
        }
    }
}

static void embed(const model *e, int32_t id, int position, float *out) {
    const uint8_t *b = e->words + (size_t)id * (HID / 32) * 18;
    const float *p = e->position + (size_t)position * HID;
    for (int i = 0; i < HID; i += 32, b += 18) {
        uint16_t half;
        memcpy(&half, b, 2);
        float s = _cvtsh_ss(half);
        for (int j = 0; j < 16; j++) {
            out[i + j] = ((b[2 + j] & 15) - 8) * s + p[i + j];
            out[i + 16 + j] = ((b[2 + j] >> 4) - 8) * s + p[i + 16 + j];
        }
    }
}

/* The unit vector [384] of one text of n tokens. Returns 0; -1 without memory; -2 for a length or id out of range. */
int encode_tokens(const model *e, const int32_t *ids, int n, float *out) {
    if (n < 1 || n > POSITIONS) return -2;
    for (int i = 0; i < n; i++)
        if (ids[i] < 0 || ids[i] >= e->vocabulary) return -2;
    const int m = (n + 3) / 4 * 4, wide = (n + 15) / 16 * 16;
    size_t floats = (size_t)m * (HID + 3 * HID) + (size_t)wide * 36 + (size_t)m * (HID + INNER) / 16;
    size_t bytes = floats * 4 + (size_t)m * (HID + INNER) + 256;
    float *base = aligned_alloc(64, (bytes + 63) / 64 * 64);
    if (!base) return -1;
    float *x = base, *wideout = x + (size_t)m * HID, *kt = wideout + (size_t)m * 3 * HID, *p = kt + 32 * wide;
    rows a, f;
    a.scale = p + 4 * wide;
    f.scale = a.scale + (size_t)m * HID / 32;
    a.offset = (int32_t *)(f.scale + (size_t)m * INNER / 32);
    f.offset = a.offset + (size_t)m * HID / 32;
    a.q = (int8_t *)(f.offset + (size_t)m * INNER / 32);
    f.q = a.q + (size_t)m * HID;
    for (int i = 0; i < n; i++) embed(e, ids[i], i, x + (size_t)i * HID);
    memset(x + (size_t)n * HID, 0, (size_t)(m - n) * HID * 4);
    add_norm(x, 0, m, e->ln_w, e->ln_b, e->eps, &a);
    for (int l = 0; l < LAYERS; l++) {
        const layer *y = e->layers + l;
        multiply(&a, m, HID, 3 * HID, &y->qkv, wideout);
        attend(wideout, n, m, kt, p, &a);
        multiply(&a, m, HID, HID, &y->out, wideout);
        add_norm(x, wideout, m, y->ln1_w, y->ln1_b, e->eps, &a);
        multiply_gelu(&a, m, HID, INNER, &y->up, &f);
        multiply(&f, m, INNER, HID, &y->down, wideout);
        add_norm(x, wideout, m, y->ln2_w, y->ln2_b, e->eps, &a);
    }
    float sum[HID] = {0}, norm = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < HID; j++) sum[j] += x[(size_t)i * HID + j];
    for (int j = 0; j < HID; j++) norm += sum[j] * sum[j];
    norm = 1.f / sqrtf(norm > 1e-24f ? norm : 1e-24f);
    for (int j = 0; j < HID; j++) out[j] = sum[j] * norm;
    free(base);
    return 0;
}
