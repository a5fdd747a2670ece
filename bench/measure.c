// SPDX-License-Identifier: MIT
// measure RUNS COMMAND…: runs a command RUNS times, its output thrown away, and prints "cpu_ms wall_ms peak_kib": the
// medians of user + system time and of wall time, and the largest peak of resident memory. Exit code 1 if one run
// fails. Children of the command count when the command waits for them.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int by_size(const void* a, const void* b) {
  const double x = *(const double*)a, y = *(const double*)b;
  return (x > y) - (x < y);
}

static double milliseconds(struct timeval t) { return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int main(int count, char** words) {
  const int runs = count > 2 ? atoi(words[1]) : 0;
  if (runs < 1 || runs > 10000) {
    fputs("usage: measure RUNS COMMAND…\n", stderr);
    return 2;
  }
  double* cpu = calloc((size_t)runs, sizeof *cpu);
  double* wall = calloc((size_t)runs, sizeof *wall);
  long peak = 0;
  if (cpu == NULL || wall == NULL) return 2;
  for (int i = 0; i < runs; ++i) {
    const double start = now();
    // vfork: the child must not pay for copying our page tables.
    const pid_t child = vfork();
    if (child < 0) return 2;
    if (child == 0) {
      const int nothing = open("/dev/null", O_RDWR);
      dup2(nothing, 0);
      dup2(nothing, 1);
      dup2(nothing, 2);
      execvp(words[2], words + 2);
      _exit(127);
    }
    int status = 0;
    struct rusage used;
    while (wait4(child, &status, 0, &used) < 0)
      if (errno != EINTR) return 2;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
      fprintf(stderr, "measure: %s failed\n", words[2]);
      return 1;
    }
    cpu[i] = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    wall[i] = now() - start;
    if (used.ru_maxrss > peak) peak = used.ru_maxrss;
  }
  qsort(cpu, (size_t)runs, sizeof *cpu, by_size);
  qsort(wall, (size_t)runs, sizeof *wall, by_size);
  printf("%.3f %.3f %ld\n", cpu[runs / 2], wall[runs / 2], peak);
  return 0;
}
