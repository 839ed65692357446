/*
 * What a careful programmer writes in C: closed forms with the functions of libm, one option at a time. Prices
 * columns read from a file, as often as the bench asks on standard input, and answers one line a request:
 *   time GOES    the seconds of processor time it took, and the sum of the last results
 *   write PATH   writes price, delta, gamma, vega, theta, rho as columns of doubles
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { right, underlying, strike, years, rate, dividend_yield, volatility, inputs };
enum { price, delta, gamma_, vega, theta, rho, outputs };

static void price_rows(double *const in[], double *const out[], long rows) {
  const double root_half = 0.70710678118654752440, root_two_pi = 0.39894228040143267794;
  for (long row = 0; row < rows; row++) {
    const double S = in[underlying][row], K = in[strike][row], T = in[years][row];
    const double r = in[rate][row], q = in[dividend_yield][row], v = in[volatility][row];
    const double sign = in[right][row] == 0 ? 1 : -1;
    const double root_T = sqrt(T), width = v * root_T;
    const double d1 = (log(S / K) + (r - q) * T) / width + 0.5 * width, d2 = d1 - width;
    const double carry = exp(-q * T), discount = exp(-r * T);
    const double asset = S * carry * 0.5 * erfc(-sign * d1 * root_half);
    const double cash = K * discount * 0.5 * erfc(-sign * d2 * root_half);
    const double density = carry * exp(-0.5 * d1 * d1) * root_two_pi;
    out[price][row] = sign * (asset - cash);
    out[delta][row] = sign * asset / S;
    out[gamma_][row] = density / (S * width);
    out[vega][row] = S * density * root_T;
    out[theta][row] = sign * (q * asset - r * cash) - S * density * v / (2 * root_T);
    out[rho][row] = sign * T * cash;
  }
}

static void allocate(double **columns, int count, long rows) {
  for (int column = 0; column < count; column++) columns[column] = calloc(rows, sizeof(double));
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static double sum_of(double *const out[], long rows) {
  double sum = 0;
  for (int column = 0; column < outputs; column++)
    for (long row = 0; row < rows; row++) sum += out[column][row];
  return sum;
}

int main(int count, char **arguments) {
  const long rows = count == 3 ? atol(arguments[2]) : 0;
  FILE *const file = count == 3 ? fopen(arguments[1], "rb") : NULL;
  double *in[inputs], *out[outputs];
  if (file == NULL) return 2;
  allocate(in, inputs, rows);
  allocate(out, outputs, rows);
  for (int column = 0; column < inputs; column++)
    if (fread(in[column], sizeof(double), rows, file) != (size_t)rows) return 3;
  fclose(file);

  char line[4096], path[4096];
  while (fgets(line, sizeof line, stdin) != NULL) {
    long goes;
    if (sscanf(line, "time %ld", &goes) == 1) {
      const double begun = now();
      for (long go = 0; go < goes; go++) price_rows(in, out, rows);
      const double seconds = now() - begun;
      printf("%.9f %.17g\n", seconds, sum_of(out, rows));
    } else if (sscanf(line, "write %4095[^\n]", path) == 1) {
      FILE *const values = fopen(path, "wb");
      if (values == NULL) return 4;
      price_rows(in, out, rows);
      for (int column = 0; column < outputs; column++) fwrite(out[column], sizeof(double), rows, values);
      fclose(values);
      puts("written");
    } else {
      return 5;
    }
    fflush(stdout);
  }
  return 0;
}
